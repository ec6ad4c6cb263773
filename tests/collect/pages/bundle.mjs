// Bundles the pages' scripts with the bundler of the web build: node bundle.mjs OUT
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, '..', '..', '..', 'web');
const { rolldown } = await import(createRequire(join(web, 'package.json')).resolve('rolldown'));
for (const name of readdirSync(here).filter((name) => name.endsWith('.js'))) {
  const bundle = await rolldown({
    input: join(here, name),
    platform: 'browser',
    logLevel: 'silent',
    resolve: { modules: [join(web, 'node_modules')] },
  });
  await bundle.write({ file: join(process.argv[2], name), format: 'iife', codeSplitting: false });
}

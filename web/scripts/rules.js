// Rules of our own that no type can hold: who may fetch, what may not be named, how long a file may be, what needs a test.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const MOST_LINES = 500;
const UNTESTED = /(\.test|\.gen|\.d|\/types|\/main|\/registry|\/fixture|words\/(en|pl|cs|ru|index)|crumbs\.svelte|theme\.svelte|workspace\.svelte)\.ts$/;

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else yield path;
  }
}

const wrong = [];
for (const path of walk('src')) {
  if (!/\.(ts|svelte|css)$/.test(path) || path.endsWith('.gen.ts')) continue;
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').length;
  if (lines > MOST_LINES) wrong.push(`${path}: ${lines} lines, at most ${MOST_LINES}`);
  if (/\bfetch\(/.test(text) && !/api\/client(\.test)?\.ts$/.test(path)) wrong.push(`${path}: only api/client.ts fetches`);
  if (/https?:\/\/(?!www\.w3\.org)/.test(text) && !path.includes('.test.')) wrong.push(`${path}: names another origin`);
  if (/\b(utils|helpers)\b/.test(path)) wrong.push(`${path}: say what it knows instead`);
  if (path.endsWith('.ts') && !UNTESTED.test(path) && !existsSync(path.replace(/(\.svelte)?\.ts$/, '.test.ts')))
    wrong.push(`${path}: has no test beside it`);
}
if (readFileSync('package-lock.json', 'utf8').includes('"resolved"')) wrong.push('package-lock.json: names a registry');

for (const line of wrong) console.error(line);
process.exit(wrong.length ? 1 : 0);

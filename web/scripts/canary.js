// Proves that svelte-check still sees type errors: it must fail on web/canary, naming all three.
import { spawnSync } from 'node:child_process';

const { status, stdout } = spawnSync('npx', ['svelte-check', '--tsconfig', 'canary/tsconfig.json', '--output', 'machine'], {
  encoding: 'utf8',
});
const seen = (stdout.match(/ ERROR "/g) ?? []).length;
if (status === 0 || seen !== 3) {
  console.error(`canary: svelte-check should find 3 errors in canary/Wrong.svelte, it found ${seen} (exit ${status}).`);
  console.error(stdout);
  process.exit(1);
}
console.log('canary: svelte-check finds the errors planted for it');

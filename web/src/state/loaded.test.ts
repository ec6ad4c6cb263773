import { expect, it } from 'vitest';
import { Loaded } from './loaded.svelte';

it('keeps the newest answer when an older one comes late', async () => {
  const loaded = new Loaded<string>();
  let late = (_: string): void => undefined;
  const first = loaded.run(() => new Promise<string>((done) => (late = done)));
  await loaded.run(() => Promise.resolve('new'));
  late('old');
  await first;
  expect(loaded.value).toBe('new');
  expect(loaded.loading).toBe(false);
});

it('keeps the failure and drops the value it no longer trusts', async () => {
  const loaded = new Loaded<string>();
  await loaded.run(() => Promise.resolve('there'));
  await loaded.run(() => Promise.reject(new Error('gone')));
  expect(loaded.value).toBeNull();
  expect(String(loaded.error)).toContain('gone');
});

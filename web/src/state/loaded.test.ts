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

it('whoever waits for an answer that was given up has the newer one afterwards', async () => {
  const loaded = new Loaded<string>();
  const first = loaded.run((signal) => new Promise<string>((_, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error))));
  let late = (_: string): void => undefined;
  void loaded.run(() => new Promise<string>((done) => (late = done)));
  let waited = false;
  void first.then(() => (waited = true));
  await new Promise((done) => setTimeout(done));
  expect(waited).toBe(false);
  late('new');
  await first;
  expect(loaded.value).toBe('new');
});

it('waits for nothing once nobody looks any more', async () => {
  const loaded = new Loaded<string>();
  const left = loaded.run((signal) => new Promise<string>((_, fail) => signal.addEventListener('abort', () => fail(signal.reason as Error))));
  loaded.stop();
  await left;
  expect([loaded.value, loaded.loading]).toEqual([null, false]);
});

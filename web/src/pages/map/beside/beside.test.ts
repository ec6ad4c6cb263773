// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { address } from '../../../state/address.svelte';
import { beside } from './beside.svelte';

afterEach(() => {
  vi.unstubAllGlobals();
  address.set({ beside: null });
});

test('what stands beside the map stands in the address', () => {
  beside.turn('barriers');
  expect([beside.which, address.get('beside')]).toEqual(['barriers', 'barriers']);
  beside.turn('barriers');
  expect(beside.which).toBeNull();
  address.set({ beside: 'anything' });
  expect(beside.which).toBeNull();
});

test('numbers of another map are forgotten at once, and a failure is told', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"map":"buy","barriers":[]}', { status: 200 })));
  await beside.load('buy', 'barriers', {}, 'en', new AbortController().signal);
  expect(beside.barriers?.map).toBe('buy');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no')));
  await beside.load('other', 'barriers', {}, 'en', new AbortController().signal);
  expect(beside.barriers).toBeNull();
  expect(beside.error).not.toBeNull();
});

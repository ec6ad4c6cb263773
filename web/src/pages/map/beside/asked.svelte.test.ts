// @vitest-environment happy-dom
import { flushSync } from 'svelte';
import { expect, it, vi } from 'vitest';
import { beside } from './beside.svelte';

it('asks once for what stands beside the map: that it came is no reason to ask again', async () => {
  const asked = vi.fn(() => (asked.mock.calls.length > 5 ? new Promise<Response>(() => undefined) : Promise.resolve(new Response('{"map": "m"}'))));
  vi.stubGlobal('fetch', asked);
  const stop = $effect.root(() => {
    $effect(() => void beside.load('m', 'drivers', { segment: null, from: null, to: null }, 'en', new AbortController().signal));
  });
  flushSync();
  await vi.waitFor(() => expect(beside.drivers?.map).toBe('m'));
  flushSync();
  expect(asked).toHaveBeenCalledTimes(1);
  stop();
  vi.unstubAllGlobals();
});

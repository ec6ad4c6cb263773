// @vitest-environment happy-dom
import { expect, it, vi } from 'vitest';
import { address } from '../../../state/address.svelte';
import { guide } from './guide.svelte';

it('keeps the open step in the address, and asks for barriers of the draft', async () => {
  guide.go('goals');
  expect([guide.open, guide.step, address.get('guide')]).toEqual([true, 'goals', 'goals']);
  guide.go(null);
  expect(guide.open).toBe(false);
  const asked = vi.fn((_address: unknown) => Promise.resolve(new Response('{"map": "m"}', { headers: { 'content-type': 'application/json' } })));
  vi.stubGlobal('fetch', asked);
  guide.search('m', 'pl');
  await vi.waitFor(() => expect(guide.barriers.value?.map).toBe('m'));
  expect(String(asked.mock.calls[0]?.[0])).toContain('/api/maps/m/barriers?draft=true&lang=pl');
  vi.unstubAllGlobals();
});

// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { neighbours } from './neighbours.svelte';

afterEach(() => vi.unstubAllGlobals());

it('knows which of the workspaces it is, and stands alone when nobody answers', async () => {
  const two = [
    { id: 'a', name: 'A', address: '/', here: false, generated: false },
    { id: 'b', name: 'B', address: '/w/b/', here: true, generated: true },
  ];
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(two))));
  await neighbours.load();
  expect(neighbours.here?.id).toBe('b');
  vi.stubGlobal('fetch', () => Promise.reject(new Error('gone')));
  await neighbours.load();
  expect(neighbours.all).toEqual([]);
});

// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { changed } from './changed.svelte';

afterEach(() => vi.unstubAllGlobals());

test('what changed on another map is forgotten at once, and a failure is told', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"map":"buy","proposals":[],"changes":[]}', { status: 200 })));
  await changed.load('buy', 'en', new AbortController().signal);
  expect([changed.proposals?.map, changed.drift?.map]).toEqual(['buy', 'buy']);
  vi.stubGlobal('fetch', () => Promise.reject(new Error('no')));
  await changed.load('other', 'en', new AbortController().signal);
  expect(changed.proposals).toBeNull();
  expect(changed.error).not.toBeNull();
});

test('a dismissal brings what is left', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{"map":"buy","proposals":[],"dismissed":1}', { status: 200 })));
  await changed.dismiss('buy', 'add-chat', 'a test', 'en');
  expect(changed.proposals?.dismissed).toBe(1);
});

test('an edit of the draft asks for proposals alone', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(String(url));
    return Promise.resolve(new Response('{"map":"buy","proposals":[]}', { status: 200 }));
  });
  await changed.propose('buy', 'en', new AbortController().signal);
  expect(asked.map((url) => /proposals|drift/.exec(url)?.[0])).toEqual(['proposals']);
  expect(changed.error).toBeNull();
});

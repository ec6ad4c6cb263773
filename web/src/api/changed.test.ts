import { afterEach, expect, test, vi } from 'vitest';
import { dismissProposal, getDrift, getProposals } from './changed';

afterEach(() => vi.unstubAllGlobals());

test('what keeps a map true is asked for by its id, and a dismissal says why', async () => {
  const asked: [string, string | undefined][] = [];
  vi.stubGlobal('fetch', (url: string, init?: RequestInit) => {
    asked.push([url, typeof init?.body === 'string' ? init.body : undefined]);
    return Promise.resolve(new Response('{}', { status: 200 }));
  });
  await getProposals('a b', 'pl');
  await getDrift('a b', 'pl');
  await dismissProposal('a b', 'add-chat', 'a test', 'pl');
  expect(asked.map(([url]) => url.replace(/^.*\/api/, '/api'))).toEqual([
    '/api/maps/a%20b/proposals?lang=pl',
    '/api/maps/a%20b/drift?lang=pl',
    '/api/maps/a%20b/proposals/add-chat/dismiss?lang=pl',
  ]);
  expect(JSON.parse(asked[2]?.[1] ?? '')).toEqual({ reason: 'a test' });
});

import { afterEach, expect, it, vi } from 'vitest';
import { getFamilies, getMembers, getSegments, getTrend, saveSegment, tryRule } from './segments';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getSegments('pl');
  await getTrend('a b');
  await getMembers('loyal', '2024-03-03', 60);
  await getFamilies();
  await tryRule('did visit');
  await saveSegment({ id: 'x', name: 'X', rule: 'did visit', kind: 'need' }, 'cs');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/segments?lang=pl',
    'GET /api/segments/a%20b/trend?weeks=12',
    'GET /api/segments/loyal/members?at=2024-03-03&most=60',
    'GET /api/segments/families',
    'POST /api/segments/preview',
    'POST /api/segments?lang=cs',
  ]);
});

import { afterEach, expect, it, vi } from 'vitest';
import { decide, getMerges, getWhoIsWho, keepRules, lookBefore } from './identity';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getWhoIsWho();
  await getMerges('', 50);
  await getMerges('a b', 100);
  await decide({ do: 'undo', merge: 'm1' });
  await lookBefore({ undo: 'm1' });
  await keepRules('cesta: identity/1');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address} ${typeof init.body === 'string' ? init.body : ''}`.trim())).toEqual([
    'GET /api/identity',
    'GET /api/identity/merges?limit=50',
    'GET /api/identity/merges?customer=a+b&limit=100',
    'POST /api/identity/decisions {"do":"undo","merge":"m1"}',
    'POST /api/identity/preview {"undo":"m1"}',
    'POST /api/identity/rules {"rules":"cesta: identity/1"}',
  ]);
});

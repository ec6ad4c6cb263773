import { afterEach, expect, it, vi } from 'vitest';
import { createPage, getShops } from './shops';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getShops();
  await createPage('tally', 'Brno', 'https://events.shop.example');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address} ${(init.body as string | undefined) ?? ''}`.trim())).toEqual([
    'GET /api/shop',
    'POST /api/shop/pages {"page":"tally","place":"Brno","address":"https://events.shop.example"}',
  ]);
});

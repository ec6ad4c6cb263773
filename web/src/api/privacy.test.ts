import { afterEach, expect, it, vi } from 'vitest';
import { getPrivacy, lift, retire, suppress } from './privacy';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  expect(await getPrivacy('pl')).toEqual({ consent: {}, retention: {} });
  await suppress(['ann']);
  await lift(['ann']);
  await retire();
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/consent?lang=pl',
    'GET /api/retention?lang=pl',
    'POST /api/suppressions',
    'POST /api/suppressions/lift',
    'POST /api/retention',
  ]);
});

import { afterEach, expect, it, vi } from 'vitest';
import { getReading, getRecorded, runJob } from './reading';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getReading();
  await runJob('web-orders');
  await getRecorded();
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/jobs',
    'POST /api/jobs/web-orders/run',
    'GET /api/recorded',
  ]);
});

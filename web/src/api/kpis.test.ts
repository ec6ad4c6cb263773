import { afterEach, expect, it, vi } from 'vitest';
import { addUsual, getChannels, getMapKpis, getSplits, getStanding, getUsual, saveKpi } from './kpis';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  const whom = { segment: 'loyal', date_from: '2026-01-01', date_to: null };
  await getStanding(whom, 'pl');
  await getChannels(whom);
  await getSplits('a b', whom);
  await getMapKpis('buy', { segment: 'loyal', from: '2026-01-01', to: null }, 'cs');
  await getUsual('cs');
  await addUsual();
  await saveKpi('churn', { target: 0.1 }, 'ru');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/standing?segment=loyal&date_from=2026-01-01&lang=pl',
    'GET /api/channels?segment=loyal&date_from=2026-01-01',
    'GET /api/kpis/a%20b/splits?segment=loyal&date_from=2026-01-01',
    'GET /api/maps/buy/kpis?segment=loyal&from=2026-01-01&lang=cs',
    'GET /api/kpis/usual?lang=cs',
    'POST /api/kpis/usual',
    'POST /api/kpis?lang=ru',
  ]);
});

import { afterEach, expect, it, vi } from 'vitest';
import { getAlerts, getKpis, getPast, getPlaces, getSeen, saveAlert, tryAlert } from './alerts';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{"places": ["team"], "kpis": []}')));
  vi.stubGlobal('fetch', fake);
  await getAlerts('pl');
  await getSeen();
  await getPast();
  expect(await getPlaces()).toEqual(['team']);
  expect(await getKpis('cs')).toEqual([]);
  await saveAlert('few', { below: 1 }, 'ru');
  await tryAlert('few', { below: 1 }, 'en');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/alerts/documents?lang=pl',
    'GET /api/alerts',
    'GET /api/alerts/history',
    'GET /api/alerts/places',
    'GET /api/kpis?lang=cs',
    'POST /api/alerts/documents?lang=ru',
    'POST /api/alerts/try?lang=en',
  ]);
});

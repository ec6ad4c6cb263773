import { afterEach, expect, it, vi } from 'vitest';
import { checkSurvey, createLink, getComments, getFields, getResults, getSurveys, saveSurvey } from './surveys';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getSurveys('pl');
  await getFields('a b');
  await getResults('x', { from: '2026-03-01', to: null, segment: 'loyal' }, 'cs');
  await getComments('x', { from: null, to: null, segment: null }, 'cs');
  await checkSurvey({});
  await saveSurvey({});
  await createLink('x', 'https://e.example', ' Brno ');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/surveys?lang=pl',
    'GET /api/surveys/a%20b',
    'GET /api/surveys/x/results?from=2026-03-01&segment=loyal&lang=cs',
    'GET /api/surveys/x/comments?lang=cs',
    'POST /api/surveys/check',
    'POST /api/surveys',
    'POST /api/surveys/x/links',
  ]);
  expect(calls.at(-1)![1].body).toBe('{"address":"https://e.example","place":"Brno"}');
});

import { afterEach, expect, it, vi } from 'vitest';
import { deleteDocument, getBin, getDependents, getFirstHour, removeSamples, restoreDocument, tellFirstHour } from './bin';

function answers(body: unknown): ReturnType<typeof vi.fn> {
  const fake = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body))));
  vi.stubGlobal('fetch', fake);
  return fake;
}

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = answers({ documents: [], dependents: [] });
  await deleteDocument('map', 'a/b', 'cs');
  expect(await getDependents('segment', 'loyal', 'en')).toEqual([]);
  expect(await getBin('ru')).toEqual([]);
  await restoreDocument('x~map~y');
  await getFirstHour();
  await tellFirstHour('shared');
  await removeSamples();
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'DELETE /api/documents/map/a%2Fb?lang=cs',
    'GET /api/documents/segment/loyal/dependents?lang=en',
    'GET /api/bin?lang=ru',
    'POST /api/bin/x~map~y/restore',
    'GET /api/first-hour',
    'POST /api/first-hour',
    'POST /api/samples/remove',
  ]);
});

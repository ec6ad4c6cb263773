import { afterEach, expect, it, vi } from 'vitest';
import { forgetUpload, getJob, sendSlice, stopJob } from './uploads';

afterEach(() => vi.unstubAllGlobals());

it('sends a slice as bytes, with its place in the query', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response(JSON.stringify({ upload: 'u', whole: false }))));
  vi.stubGlobal('fetch', fake);
  const body = new Blob(['who,what']);
  await sendSlice({ name: 'zamówienia №1/2.csv', part: 1, of: 2, upload: '' }, body);
  expect(fake).toHaveBeenCalledWith(
    `/api/uploads/${encodeURIComponent('zamówienia №1/2.csv')}?part=1&of=2&upload=`,
    expect.objectContaining({ method: 'PUT', body }),
  );
});

it('takes an empty answer for what it is', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 204 })));
  expect(await forgetUpload('u')).toBeNull();
});

it('asks for a job and stops it at the same address', async () => {
  const fake = vi.fn((_address: string, _init?: RequestInit) => Promise.resolve(new Response('{"state":"working"}')));
  vi.stubGlobal('fetch', fake);
  await getJob('a1');
  await stopJob('a1');
  expect(fake.mock.calls.map(([address, init]) => [init?.method ?? 'GET', address])).toEqual([
    ['GET', '/api/loads/jobs/a1'],
    ['DELETE', '/api/loads/jobs/a1'],
  ]);
});

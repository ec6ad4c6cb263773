import { afterEach, expect, it, vi } from 'vitest';
import { ApiError, ask, getBehind, getMap, getMapAhead, isAborted, saveTable } from './client';

function answers(body: unknown, status = 200): ReturnType<typeof vi.fn> {
  const fake = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));
  vi.stubGlobal('fetch', fake);
  return fake;
}

afterEach(() => vi.unstubAllGlobals());

it('asks for a map with what was chosen, and leaves out what was not', async () => {
  const fake = answers({ id: 'm' });
  await getMap('a/b', { segment: 'loyal', from: null }, 'pl');
  expect(fake.mock.calls[0]?.[0]).toBe('/api/maps/a%2Fb?segment=loyal&lang=pl');
});

it('pages through what is behind a number', async () => {
  const fake = answers({ items: [], total: 0, people: 0, next: null });
  await getBehind('m', '/stages/0/reached', { segment: null }, { limit: 50, after: 'x' });
  expect(fake.mock.calls[0]?.[0]).toBe('/api/maps/m/behind?pointer=%2Fstages%2F0%2Freached&limit=50&after=x');
});

it('makes one kind of error of every failure', async () => {
  answers({ error: { code: 'bad_step', message: 'There is no step 4.', hint: 'Steps are 1 to 3.' } }, 400);
  const error = await ask({ analysis: 'funnel', params: {} }).catch((failure: unknown) => failure);
  expect(error).toBeInstanceOf(ApiError);
  expect(error).toMatchObject({ code: 'bad_step', hint: 'Steps are 1 to 3.', status: 400 });
});

it('tells a server that is not there from one that answers nonsense', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no route')));
  await expect(ask({ analysis: 'funnel', params: {} })).rejects.toMatchObject({ code: 'no_server' });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('<html>', { status: 502 })));
  await expect(ask({ analysis: 'funnel', params: {} })).rejects.toMatchObject({ code: 'no_answer', status: 502 });
});

it('lets a call that was given up be told apart', async () => {
  const stop = new AbortController();
  vi.stubGlobal('fetch', () => Promise.reject(new DOMException('stopped', 'AbortError')));
  const error = await getMap('m', {}, 'en', stop.signal).catch((failure: unknown) => failure);
  expect(isAborted(error)).toBe(true);
});

it('takes an answer that was asked for ahead once, and only for the same choice', async () => {
  const fake = answers({ id: 'm' });
  getMapAhead('m', { segment: 's' }, 'en');
  await getMap('m', { segment: 's' }, 'en');
  expect(fake).toHaveBeenCalledTimes(1);
  await getMap('m', { segment: 's' }, 'en').catch(() => undefined);
  getMapAhead('m', {}, 'en');
  await getMap('m', {}, 'pl').catch(() => undefined);
  expect(fake).toHaveBeenCalledTimes(4);
});

it('asks again itself when asking ahead has failed', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('cut')));
  getMapAhead('m', { segment: 'x' }, 'en');
  await Promise.resolve();
  await Promise.resolve();
  answers({ id: 'later' });
  expect(await getMap('m', { segment: 'x' }, 'en')).toEqual({ id: 'later' });
});

it('takes a table as a file, and a failure as an error', async () => {
  const table = { name: 'Paths', columns: [{ name: 'to', kind: 'text' as const }], rows: [['b']], format: 'csv' as const, language: 'en' };
  const fake = vi.fn(() => Promise.resolve(new Response('to\r\nb\r\n')));
  vi.stubGlobal('fetch', fake);
  expect(await (await saveTable(table)).text()).toBe('to\r\nb\r\n');
  expect((fake.mock.calls as unknown as [string, RequestInit][])[0]?.[0]).toBe('/api/tables');
  answers({ error: { code: 'bad_table', message: 'no', hint: null } }, 400);
  await expect(saveTable(table)).rejects.toMatchObject({ code: 'bad_table', status: 400 });
});

import { afterEach, expect, test, vi } from 'vitest';
import { endShare, fileHref, makeShare } from './exchange';

afterEach(() => vi.unstubAllGlobals());

test('the address of a file leaves out what is not chosen', () => {
  expect(fileHref('buy a coat', { format: 'pdf', layout: 'a4', segment: null })).toBe('/api/maps/buy%20a%20coat/file?format=pdf&layout=a4');
});

test('a link is made and ended', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(`${init.method} ${address}`);
    return new Response(init.method === 'DELETE' ? null : '{"path": "/shared/x"}', { status: init.method === 'DELETE' ? 204 : 201 });
  });
  expect((await makeShare('buy', { days: 7, numbers: true, lang: 'cs', segment: null, frames: [] })).path).toBe('/shared/x');
  await endShare('abc');
  expect(asked).toEqual(['POST /api/maps/buy/shares', 'DELETE /api/shares/abc']);
});

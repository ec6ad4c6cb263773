import { afterEach, expect, test, vi } from 'vitest';
import { getCompared } from './compare';

afterEach(() => vi.unstubAllGlobals());

test('what is not said of the other side is left out', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(String(url));
    return Promise.resolve(new Response('{}', { status: 200 }));
  });
  await getCompared('buy', { segment: 'loyal', from: null, to: null }, { segment: '*', from: null, to: '2025-02-01' }, 'en');
  expect(asked[0]).toContain('/api/maps/buy/compared?segment=loyal&with=*&with_to=2025-02-01&lang=en');
});

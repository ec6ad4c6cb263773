import { afterEach, expect, test, vi } from 'vitest';
import { getVoices } from './voices';

afterEach(() => void vi.unstubAllGlobals());

test('the touchpoint, what was chosen and the page stand in the address', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response('{}', { status: 200 }));
  });
  await getVoices('a/b', 'card', { segment: 'often', from: null, to: null }, '50');
  expect(asked[0]).toContain('/api/maps/a%2Fb/voices?segment=often&touchpoint=card&after=50');
});

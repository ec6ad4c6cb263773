import { afterEach, expect, test, vi } from 'vitest';
import { getBarriers, getDeviations } from './truth';

afterEach(() => void vi.unstubAllGlobals());

test('a map and what was chosen stand in the address', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response('{}', { status: 200 }));
  });
  await getDeviations('buy', { segment: 'often', from: null, to: null }, 'pl');
  await getBarriers('a/b', {}, 'en');
  expect(asked[0]).toContain('/api/maps/buy/deviations?segment=often&lang=pl');
  expect(asked[1]).toContain('/api/maps/a%2Fb/barriers?lang=en');
});

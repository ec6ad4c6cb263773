import { afterEach, expect, it, vi } from 'vitest';
import { findCustomers, getProfile, getSwitches, personFile } from './people';

afterEach(() => vi.unstubAllGlobals());

it('asks for one customer, for those a text names, and for all', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string) => {
    asked.push(address);
    return Promise.resolve(new Response('{}'));
  });
  await getProfile('a/b', 'pl');
  await findCustomers('+48 604');
  await getSwitches();
  expect(asked).toEqual(['/api/customers/a%2Fb/profile?lang=pl', '/api/find?text=%2B48+604&limit=10', '/api/switches']);
  expect(personFile('ann')).toBe('/api/customers/ann/file');
});

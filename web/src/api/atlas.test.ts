import { afterEach, expect, it, vi } from 'vitest';
import { getAtlas, getAtlasRow } from './atlas';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('[]')));
  vi.stubGlobal('fetch', fake);
  await getAtlas('cs');
  await getAtlasRow('a b', 'pl');
  expect((fake.mock.calls as unknown as [string][]).map(([address]) => address)).toEqual(['/api/atlas?lang=cs', '/api/atlas/a%20b?lang=pl']);
});

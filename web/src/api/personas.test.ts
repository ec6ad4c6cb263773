import { afterEach, expect, it, vi } from 'vitest';
import { getPersonas, getReport } from './personas';

afterEach(() => vi.unstubAllGlobals());

it('asks for personas and for a report, each at its address', async () => {
  const fake = vi.fn((_address: string) => Promise.resolve(new Response('[]')));
  vi.stubGlobal('fetch', fake);
  await getPersonas('pl');
  await getReport('a/b', 'cs');
  expect(fake.mock.calls.map(([address]) => address)).toEqual(['/api/personas?lang=pl', '/api/segments/a%2Fb/report?lang=cs']);
});

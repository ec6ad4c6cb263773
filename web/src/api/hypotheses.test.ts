import { afterEach, expect, it, vi } from 'vitest';
import { getHypotheses, saveHypothesis } from './hypotheses';

afterEach(() => vi.unstubAllGlobals());

it('reads and writes at one address, in a language', async () => {
  const fake = vi.fn((_address: string, _init?: RequestInit) => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getHypotheses('pl');
  await saveHypothesis({ id: 'a', statement: 'A', segment: 's', measure: 'm', expects: 'higher', against: null, state: 'open' }, 'cs');
  expect(fake.mock.calls.map(([address, init]) => [address, init?.method ?? 'GET'])).toEqual([
    ['/api/hypotheses?lang=pl', 'GET'],
    ['/api/hypotheses?lang=cs', 'POST'],
  ]);
});

import { expect, it, vi } from 'vitest';
import { getSteps } from './steps';

it('asks for the steps of a map in a language', async () => {
  const asked = vi.fn((_address: unknown) => Promise.resolve(new Response('{}', { headers: { 'content-type': 'application/json' } })));
  vi.stubGlobal('fetch', asked);
  await getSteps('buy shoes', 'cs');
  expect(String(asked.mock.calls[0]?.[0])).toContain('/api/maps/buy%20shoes/steps?lang=cs');
  vi.unstubAllGlobals();
});

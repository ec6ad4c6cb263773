import { afterEach, expect, it, vi } from 'vitest';
import { getGroups, keepGroup } from './groups';

afterEach(() => vi.unstubAllGlobals());

it('asks for groups and keeps one, each at its address', async () => {
  const fake = vi.fn((_address: string, _init?: RequestInit) => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getGroups(false);
  await getGroups(true);
  await keepGroup(2, 'savers', 'Savers', false);
  expect(fake.mock.calls.map(([address, init]) => [init?.method ?? 'GET', address, init?.body])).toEqual([
    ['GET', '/api/groups', undefined],
    ['GET', '/api/groups?afresh=true', undefined],
    ['POST', '/api/groups', '{"number":2,"id":"savers","name":"Savers","with_persona":false}'],
  ]);
});

import { afterEach, expect, it, vi } from 'vitest';
import { customersTable } from './customers';

afterEach(() => vi.unstubAllGlobals());

it('asks for all customers at once and keeps the question that made the list', async () => {
  const fake = vi.fn((_: string, init: RequestInit) => {
    expect(JSON.parse(init.body as string)).toEqual({ analysis: 'funnel', params: {}, behind: '/counts/1', limit: 1_000_000 });
    return Promise.resolve(new Response(JSON.stringify({ result: { customers: ['001', '7'], total: 2 } })));
  });
  vi.stubGlobal('fetch', fake);
  const table = await customersTable({ analysis: 'funnel', params: {} }, '/counts/1', 'buy');
  expect(table.rows).toEqual([['001'], ['7']]);
  expect([table.n, table.question]).toEqual([2, { analysis: 'funnel', params: {}, behind: '/counts/1' }]);
});

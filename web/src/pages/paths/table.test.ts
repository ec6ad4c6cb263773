import { expect, it } from 'vitest';
import { pathsTable } from './table';

it('holds every link, with its customers where they are known', () => {
  const links = [
    { step: 1, from: 'visit', to: 'add_to_cart', count: 5, avg_seconds: 30 },
    { step: 2, from: 'add_to_cart', to: 'buy', count: 2, avg_seconds: null },
  ];
  const about = { '/links/0/count': { n: 4, of: null, low: null, high: null, evidence: 'measured' as const } };
  const answer = { result: { links }, customers: 9, as_of: null, warnings: [], took_ms: 1, about };
  const table = pathsTable({ analysis: 'paths', params: {} }, answer);
  expect(table.rows).toEqual([
    [1, 'visit', 'add to cart', 5, 4, 30],
    [2, 'add to cart', 'buy', 2, null, null],
  ]);
  expect(table.n).toBe(9);
});

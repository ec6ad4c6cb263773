import { expect, it } from 'vitest';
import { bars } from './bars';
import { funnelTable } from './table';

const result = { counts: [10, 4], step_rate: [null, 0.4], share_of_all: [1, 0.4], avg_seconds: [null, 60], median_seconds: [null, 50], window: '7d' };
const about = { '/step_rate/1': { n: 4, of: 10, low: 0.2, high: 0.6, evidence: 'measured' as const } };
const answer = { result, customers: 12, as_of: '2024-03-01T00:00:00Z', warnings: [], took_ms: 1 };

it('holds what the bars show, with the ends of the interval and the question', () => {
  const question = { analysis: 'funnel', params: { steps: ['visit', 'add_to_cart'] } };
  const table = funnelTable(bars(['visit', 'add_to_cart'], result, about), question, answer);
  expect(table.rows).toEqual([
    ['visit', 10, null, null, null, 1, null],
    ['add to cart', 4, 0.4, 0.2, 0.6, 0.4, 50],
  ]);
  expect(table.columns.map((column) => column.kind)).toEqual(['text', 'number', 'share', 'share', 'share', 'share', 'seconds']);
  expect([table.question, table.n, table.as_of]).toEqual([question, 12, answer.as_of]);
});

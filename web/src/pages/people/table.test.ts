import { expect, it } from 'vitest';
import type { TimelineEvent } from '../../api/types';
import { eventsTable } from './table';

const event = (time: string, properties: TimelineEvent['properties'], assumed = false): TimelineEvent =>
  ({ time, event: 'buy', touchpoint: null, stage: null, journey: 1, assumed, properties }) as TimelineEvent;

it('gives what was recorded its own columns, numbers where all are, the newest event first', () => {
  const table = eventsTable([event('2024-01-01T10:00:00Z', { price: 5, code: 1 }), event('2024-01-02T10:00:00Z', { code: 'A' }, true)], '007');
  expect(table.columns.slice(5)).toEqual([{ name: 'price', kind: 'number' }, { name: 'code', kind: 'text' }]);
  expect(table.rows.map((row) => [row[0], row[5], row[6]])).toEqual([
    ['2024-01-02T10:00:00Z', null, 'A'],
    ['2024-01-01T10:00:00Z', 5, 1],
  ]);
  expect(table.rows[0]?.[1]).not.toBeNull();
  expect(table.question).toEqual({ customer: '007' });
});

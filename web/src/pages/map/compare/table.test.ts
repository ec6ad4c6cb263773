import { expect, test } from 'vitest';
import { num, rate, sample } from '../fixture';
import { comparedTable, smallTable } from './table';

const view = sample();

const side = (segment: string | null): never => ({ segment, name: segment, date_from: '2025-01-01', date_to: '2025-01-31', people: num(10), journeys: num(12) }) as never;

test('a comparison is saved with both numbers, their intervals, n and the difference', () => {
  const number = { kind: 'goes_on', stage: view.stages[0]?.id ?? '', touchpoint: null, name: 'x', one: rate(40, 100), other: num(null, 'share', { too_few: true }), difference: num(null, 'share'), clear: false } as const;
  const table = comparedTable(view, { map: 'm', one: side('a'), other: side(null), shared: 0, numbers: [number], compared: 0, false_share: 0.05 });
  expect(table.columns).toHaveLength(15);
  const [row] = table.rows;
  expect(row?.slice(0, 2)).toEqual([view.stages[0]?.name, 'x']);
  expect([row?.[3], row?.[6], row?.[7]]).toEqual([0.4, 100, null]);
  expect(row).toHaveLength(15);
});

test('small maps are saved a row a segment', () => {
  const map = { segment: null, name: null, people: num(10), journeys: num(12), goal: rate(4, 12), difference: null, clear: false, stages: [] };
  const table = smallTable(view, { map: 'm', date_from: '', date_to: '', goal: 'Buy', maps: [map], compared: 0, false_share: 0.05 });
  expect(table.rows[0]?.slice(1, 3)).toEqual([10, 4 / 12]);
});

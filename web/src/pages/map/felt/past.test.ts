import { expect, it } from 'vitest';
import type { MoodsView } from '../../../api/truth';
import { pastLine } from './past';

const month = (value: number | null): MoodsView['months'][number] => ({
  start: '2026-01-01',
  end: '2026-01-31',
  emotion: { value, evidence: value === null ? 'assumed' : 'measured', n: 40, low: value, high: value, declared: null, texts: 0, sources: [] },
});

it('breaks where a month says nothing', () => {
  const line = pastLine([month(1), month(0), month(null), month(-1)], 100, 50);
  expect(line?.dots.map((dot) => dot.x)).toEqual([5, 35, 95]);
  expect(line?.pieces.map((piece) => [piece.from, piece.to])).toEqual([[0, 1]]);
});

it('is not drawn of one month alone', () => {
  expect(pastLine([month(1)], 100, 50)).toBeNull();
  expect(pastLine([month(1), month(null)], 100, 50)).toBeNull();
});

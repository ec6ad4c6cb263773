import { expect, test } from 'vitest';
import type { ComparedNumber } from '../../../api/compare';
import { num, sample } from '../fixture';
import { band, before, byStage, gap, range, smallWater, water } from './sides';

const view = sample();

const diff = (value: number, low: number, high: number, unit: 'share' | 'seconds' | 'score' = 'share'): Parameters<typeof gap>[0] => num(value, unit, { low, high });

test('differences are said in their unit, with their sign', () => {
  expect([gap(diff(-0.091, -0.13, 0.05)), range(diff(-0.091, -0.13, 0.05))]).toEqual(['−9.1 map.pt', '−13.0…+5.0']);
  expect([gap(diff(7200, -60, 10800, 'seconds')), range(diff(7200, -60, 10800, 'seconds'))]).toEqual(['+2 hours', '−1 min…+3 hours']);
  expect(gap(diff(0.2, 0.1, 0.3, 'score'))).toBe('+0.2');
  expect(gap(num(null, 'share'))).toBe('–');
});

const one = (kind: ComparedNumber['kind'], stage: string | null, touchpoint: string | null, clear = false): ComparedNumber => ({
  kind, stage, touchpoint, name: '', one: num(1), other: num(2), difference: num(1), clear,
});

test('every number stands under its stage; what says little only where it is clear', () => {
  const [first] = view.stages;
  const stop = first?.touchpoints[0];
  const numbers = [one('goal', null, null), one('leaves', first?.id ?? '', null), one('to_goal', first?.id ?? '', stop?.id ?? ''), one('touched', first?.id ?? '', stop?.id ?? '')];
  const [stage] = byStage(view, numbers);
  expect(stage?.numbers.map((each) => each.kind)).toEqual(['leaves']);
  expect(stage?.stops[0]?.numbers.map((each) => each.kind)).toEqual(['touched']);
  expect(byStage(view, numbers, true)[0]?.stops[0]?.numbers).toHaveLength(2);
});

test('two sides are as high as each other, however many they are', () => {
  const on = band(view, 1000);
  const few = { ...view, journeys: num((view.journeys.value ?? 0) * 2) };
  expect(water(view, on, 1000, 6, 90).at(0)).toBeCloseTo(90);
  expect(water(few, on, 1000, 6, 90).at(0)).toBeCloseTo(90);
  expect(on.xs).toHaveLength(view.stages.flatMap((stage) => stage.touchpoints).length);
});

test('the time before is as long as the period, as far as anything is known', () => {
  const days = { date_from: '2025-03-01', date_to: '2025-03-31', known_from: '2025-02-15' };
  expect(before({ ...view, ...days })).toEqual({ with_from: '2025-02-15', with_to: '2025-02-28' });
  expect(before({ ...view, ...days, known_from: '2024-01-01' })).toEqual({ with_from: '2025-01-29', with_to: '2025-02-28' });
  expect(before({ ...view, ...days, known_from: '2025-03-01' })).toEqual({});
});

test('a small river loses what its stages lose', () => {
  const stage = (reached: number, lost: number): never => ({ id: '', name: '', reached: num(reached), lost: num(lost), open: num(0), won: num(0), conversion: null }) as never;
  const map = { segment: 's', name: 'S', people: num(80), journeys: num(100), goal: null, difference: null, clear: false, stages: [stage(100, 60), stage(40, 0)] };
  expect(smallWater(map, 200, 50).left).toBe(40);
});

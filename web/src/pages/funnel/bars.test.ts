import { expect, it } from 'vitest';
import { bars, worst, type FunnelResult } from './bars';

const result: FunnelResult = {
  counts: [200, 100, 20],
  step_rate: [0.5, 0.5, 0.2],
  share_of_all: [0.5, 0.25, 0.05],
  avg_seconds: [null, 60, 120],
  median_seconds: [null, 30, 90],
  window: '7d',
};
const about = { '/counts/1': { n: 100, of: 400, low: 80, high: 120, evidence: 'measured' as const } };

it('draws all bars on one scale: what is lost and what is left make what came', () => {
  const drawn = bars(['see', 'cart', 'buy'], result, about);
  expect(drawn.map(({ width }) => width)).toEqual([1, 0.5, 0.1]);
  expect(drawn.map(({ lost }) => lost)).toEqual([0, 0.5, 0.4]);
  for (const [k, bar] of drawn.entries()) if (k) expect(bar.width + bar.lost).toBeCloseTo(drawn[k - 1]!.width);
  expect([drawn[1]!.low, drawn[1]!.high]).toEqual([0.4, 0.6]);
  expect(drawn[2]).toMatchObject({ pointer: '/counts/2', name: 'buy', lostPeople: 80, median: 90, low: null });
});

it('finds the step that loses most people', () => expect(worst(bars(['a', 'b', 'c'], result))?.name).toBe('b'));

it('says nothing loudly when nobody is lost or nobody came', () => {
  expect(worst(bars(['a', 'b'], { ...result, counts: [5, 5] }))).toBeNull();
  const none = { ...result, counts: [0, 0], step_rate: [null, null], share_of_all: [null, null] };
  expect(worst(bars(['a', 'b'], none))).toBeNull();
  expect(bars(['a', 'b'], none).map(({ width }) => width)).toEqual([0, 0]);
});

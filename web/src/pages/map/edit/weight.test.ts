import { expect, it } from 'vitest';
import type { Stop } from '../../../api/types';
import { sample } from '../fixture';
import { disagree, losses, turning } from './weight';

const view = sample();
const stop = (id: string): Stop => view.stages.flatMap((stage) => stage.touchpoints).find((one) => one.id === id) as Stop;

it('ranks touchpoints by what is lost there', () => {
  expect(losses(view, stop('grocery'))).toMatchObject({ rank: 1, of: 12 });
  expect(losses(view, stop('second'))?.share).toBe(0);
  expect(losses(sample({ journeys: { ...view.journeys, value: 3 } }), stop('grocery'))).toBeNull();
});

it('ranks moments of truth only where the difference is sure', () => {
  const weights = view.stages.flatMap((stage) => stage.touchpoints.map((one) => turning(view, one)));
  expect(weights.some((weight) => weight !== null)).toBe(true);
  const unsure = { ...stop('grocery'), goal_rate: stop('grocery').goal_rate_without };
  expect(turning(view, unsure)).toBeNull();
});

it('points out where people and numbers disagree', () => {
  expect(disagree('high', { rank: 9, of: 10, share: 0 })).toBe('lighter');
  expect(disagree('low', { rank: 1, of: 10, share: 0.2 })).toBe('heavier');
  expect(disagree('blocker', { rank: 1, of: 10, share: 0.2 })).toBeNull();
  expect(disagree(null, { rank: 1, of: 10, share: 0.2 })).toBeNull();
  expect(disagree('low', null)).toBeNull();
});

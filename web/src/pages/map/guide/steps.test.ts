import { expect, it } from 'vitest';
import type { Point } from '../../../api/steps';
import { after, fieldOf, isDone, partOf, stepNamed } from './steps';

const point = (name: string, filled: number, of: number, step: Point['step'] = 'goals'): Point => ({
  step,
  name,
  filled,
  of,
  missing: Array.from({ length: of - filled }, (_, i) => ({ at: ['stages', `s${i}`], name: `S${i}` })),
});

it('calls a step done when nothing of it is missing, and not when it is about nothing', () => {
  expect(isDone([point('goal', 1, 1), point('customer_goal', 2, 2)], 'goals')).toBe(true);
  expect(isDone([point('goal', 1, 1), point('customer_goal', 1, 2)], 'goals')).toBe(false);
  expect(isDone([point('fixes', 0, 0, 'removal')], 'removal')).toBe(false);
});

it('goes from step to step and stops at the ends', () => {
  expect(after('persona', -1)).toBeNull();
  expect(after('persona', 1)).toBe('touchpoints');
  expect(after('removal', 1)).toBeNull();
  expect(stepNamed('focus')).toBe('focus');
  expect(stepNamed('1')).toBe('persona');
});

it('fills in by a field where one is enough, and knows whose it is', () => {
  expect(fieldOf(point('emotion', 0, 1), ['stages', 'a', 'touchpoints', 'b'])?.at).toEqual(['stages', 'a', 'touchpoints', 'b', 'emotion', 'assumed']);
  expect(fieldOf(point('fixes', 0, 1), [])).toBeNull();
  expect(partOf(['stages', 'a', 'touchpoints', 'b', 'barriers', 'c'])).toEqual({ stop: 'b' });
  expect(partOf(['stages', 'a'])).toEqual({ stage: 'a' });
  expect(partOf([])).toBeNull();
});

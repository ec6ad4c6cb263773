import { expect, it } from 'vitest';
import { leftOf, nextOf, placeOf, type Step } from './steps';

const steps: Step[] = [
  { name: 'data', done: true, map: null },
  { name: 'map', done: true, map: null },
  { name: 'goal', done: false, map: 'a/b' },
  { name: 'owner', done: true, map: 'a/b' },
  { name: 'share', done: false, map: 'a/b' },
];

it('leads to the page where a step is done', () => {
  expect(steps.map(placeOf)).toEqual(['/data', '/maps/propose', '/maps/a%2Fb', '/maps/a%2Fb', null]);
  expect(placeOf({ name: 'goal', done: false, map: null })).toBeNull();
});

it('knows what is next and how much is left', () => {
  expect(nextOf(steps)?.name).toBe('goal');
  expect(leftOf(steps)).toBe(2);
  expect(nextOf(steps.map((step) => ({ ...step, done: true })))).toBeNull();
});

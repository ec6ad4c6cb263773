import { expect, test } from 'vitest';
import type { DesiredView, Deviation } from '../../../api/truth';
import { badges, KINDS, lineOf, SIGNS } from './marks';

const one = (kind: Deviation['kind'], touchpoint: string, share: number): Deviation =>
  ({ kind, touchpoint, share: { value: share }, journeys: { n: share * 100 } }) as Deviation;
const view = (deviations: Deviation[]): DesiredView =>
  ({ deviations, path: [{ touchpoint: 'b', optional: false }, { touchpoint: 'a', optional: true }, { touchpoint: 'gone', optional: false }] }) as unknown as DesiredView;

test('a stop wears its two most frequent deviations, and none that hardly happens', () => {
  const found = badges(view([one('extra', 'a', 0.1), one('late', 'a', 0.4), one('order', 'a', 0.2), one('missing', 'b', 0.01)]));
  expect(found.get('a')?.map((badge) => [badge.kind, badge.row])).toEqual([['late', 1], ['order', 2]]);
  expect(found.has('b')).toBe(false);
});

test('the line goes from left to right over stops that are there', () => {
  const places = [{ stop: { id: 'a' }, x: 10 }, { stop: { id: 'b' }, x: 90 }];
  expect(lineOf(view([]), places)).toEqual([{ x: 10, optional: true }, { x: 90, optional: false }]);
});

test('every kind has a sign', () => {
  expect(Object.keys(SIGNS).sort()).toEqual([...KINDS].sort());
});

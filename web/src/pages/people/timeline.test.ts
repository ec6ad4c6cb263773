import { expect, it } from 'vitest';
import type { TimelineEvent } from '../../api/types';
import { between, draw, latest, lines, moments, moodLines, quotes } from './timeline';

const event = (time: string, touchpoint: string, channel = 'store', stage = 'Shop', assumed = false): TimelineEvent => ({
  time: `2017-${time}Z`,
  event: 'visit',
  assumed,
  properties: {},
  touchpoint,
  stage,
  channel,
  journey: 1,
  mood: null,
});
const way = [
  event('03-01T00:00:00', 'letter', 'mail', 'Letter', true),
  event('03-04T10:00:00', 'quick trip'),
  event('03-04T12:00:00', 'quick trip'),
  event('03-05T12:00:00', 'quick trip'),
  event('03-05T12:10:00', 'coupon', 'store', 'Coupon'),
];
const list = moments(way);

it('joins what happens again on the same day, and nothing else', () => {
  expect(list.map(({ name, events }) => [name, events.length])).toEqual([
    ['letter', 1],
    ['quick trip', 2],
    ['quick trip', 1],
    ['coupon', 1],
  ]);
  expect(list[2]!.wait).toBe(24 * 3600);
});

it('gives long waits a little more room, whatever their length', () => {
  const drawn = draw(list, 1000);
  const steps = drawn.moments.slice(1).map((here, k) => here.x - drawn.moments[k]!.x);
  expect(steps[0]! / steps[2]!).toBeCloseTo(1.38);
  expect(steps[0]).toBeCloseTo(steps[1]!);
  expect(drawn.moments.map(({ waitX }) => waitX !== null)).toEqual([false, true, true, false]);
});

it('has a row for each channel and a heading for each stretch of a stage', () => {
  const drawn = draw(list, 1000);
  expect(drawn.channels).toEqual(['mail', 'store']);
  expect(drawn.moments.map(({ row }) => row)).toEqual([0, 1, 1, 1]);
  expect(drawn.runs.map(({ stage }) => stage)).toEqual(['Letter', 'Shop', 'Coupon']);
  for (const [k, run] of drawn.runs.entries()) if (k) expect(run.x0).toBeGreaterThan(drawn.runs[k - 1]!.x1);
});

it('writes the day once', () => expect(draw(list, 900).moments.map(({ newDay }) => newDay)).toEqual([true, true, true, false]));

it('grows sideways rather than crowd', () => {
  const many = moments(Array.from({ length: 40 }, (_, k) => event(`03-${String((k % 28) + 1).padStart(2, '0')}T00:00:00`, `t${k}`)));
  expect(draw(many, 800).width).toBeGreaterThan(3000);
});

it('stands still with one moment or none', () => {
  expect(draw([], 800)).toMatchObject({ moments: [], runs: [], width: 800 });
  expect(draw(list.slice(0, 1), 800).moments[0]!.x).toBe(64);
});

it('runs level, curves, runs level', () => {
  expect(between(0, 5, 100, 5)).toBe('M0 5H100');
  expect(between(0, 0, 100, 40)).toBe('M0 0H30C50 0 50 40 70 40H100');
});

it('breaks names into two lines and shortens what still does not fit', () => {
  expect(lines('I pick up what is on offer')).toEqual(['I pick up what', 'is on offer']);
  expect(lines('They send me a booklet chosen for me')).toEqual(['They send me a', 'booklet chosen', 'for me']);
  expect(lines('short')).toEqual(['short']);
  expect(lines('Donaudampfschifffahrt')[0]).toMatch(/…$/);
});

it('keeps what she said last, and gaps as gaps', () => {
  const felt = (time: string, touchpoint: string, mood: number | null): TimelineEvent => ({ ...event(time, touchpoint), mood });
  const told = [felt('03-01T10:00:00', 'a', 1), felt('03-01T11:00:00', 'a', null), felt('03-02T10:00:00', 'b', -2), felt('03-03T10:00:00', 'c', null), felt('03-04T10:00:00', 'd', 2)];
  const { moments: placed, nowX, width } = draw(moments(told), 900);
  expect(placed.map(({ mood }) => mood)).toEqual([1, -2, null, 2]);
  expect(moodLines(placed).map(([a, b]) => [a.name, b.name])).toEqual([['a', 'b']]);
  expect(nowX).toBeGreaterThan(placed.at(-1)!.x);
  expect(nowX).toBeLessThan(width);
});

it('finds her own words', () => {
  const said = { ...event('03-01T10:00:00', 'a', 'email'), properties: { text: 'Where is it?', order: 7 } };
  expect(quotes([said, event('03-02T10:00:00', 'b')])).toEqual([{ text: 'Where is it?', time: '2017-03-01T10:00:00Z', channel: 'email' }]);
});

it('shows the latest moments, the first without a wait', () => {
  expect(latest(list, 2).map(({ name, wait }) => [name, wait])).toEqual([
    ['quick trip', 0],
    ['coupon', 600],
  ]);
  expect(latest(list)).toHaveLength(list.length);
});

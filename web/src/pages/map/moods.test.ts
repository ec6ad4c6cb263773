import { expect, it } from 'vitest';
import { sample } from './fixture';
import { moodsOf, sourceName, turnsOf } from './moods';

it('marks where the line is lowest, highest and ends', () => {
  const mood = { valley: 'a', peak: 'b', end: 'b' };
  expect(turnsOf({ mood }, 'b')).toEqual(['peak', 'end']);
  expect(turnsOf({ mood: null }, 'b')).toEqual([]);
  expect(turnsOf({ mood: { valley: 'a', peak: 'a', end: 'a' } }, 'a')).toEqual(['end']);
});

it('says of each stop what is known', () => {
  const map = sample();
  const stops = map.stages.flatMap((stage) => stage.touchpoints);
  expect(moodsOf(map, stops).map((one) => one.value)).toEqual(stops.map((one) => one.emotion.value));
});

it('names sources in words, and a property as the map does', () => {
  expect([sourceName('stars'), sourceName('score 0..10')]).toEqual(['stars', 'score 0..10']);
});

import { expect, it } from 'vitest';
import { rangeOf, toneOf, tones, valueOf } from './shown';

it('writes each score in its own way', () => {
  expect([valueOf('nps', 12.4, 'en'), valueOf('nps', -40, 'en'), valueOf('nps', 0, 'en'), valueOf('csat', 0.815, 'cs'), valueOf('ces', 5.26, 'pl')]).toEqual([
    '+12', '−40', '0', '82\u00a0%', '5,3',
  ]);
  expect(rangeOf('nps', { low: -5, high: 31 }, 'en')).toBe('−5…+31');
  expect(rangeOf('csat', { low: 0.7, high: 0.9 }, 'en')).toBe('70.0…90.0');
  expect(rangeOf('stars', { low: null, high: null }, 'en')).toBe('');
});

it('knows who is for and who is against', () => {
  expect(['0', '6', '7', '8', '9', '10'].map((key) => toneOf('nps', key))).toEqual(['neg', 'neg', 'neu', 'neu', 'pos', 'pos']);
  expect(toneOf('one', 'shop')).toBe('neu');
  const counts = [{ key: '1', n: 1 }, { key: '3', n: 1 }, { key: '5', n: 2 }] as never;
  expect(tones({ ask: 'csat', counts, n: 4 })).toEqual({ neg: 0.25, neu: 0.25, pos: 0.5 });
});

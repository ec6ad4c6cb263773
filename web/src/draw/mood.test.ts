import { describe, expect, it } from 'vitest';
import { moodLine, moodY, mouth, runs, tone, type Mood, type Turn } from './mood';

const known = (value: number | null, turns: Turn[] = [], ci = 0.1): Mood => ({
  value,
  assumed: false,
  low: value === null ? null : value - ci,
  high: value === null ? null : value + ci,
  turns,
});
const guess = (value: number): Mood => ({ value, assumed: true, low: null, high: null, turns: [] });

describe('mood', () => {
  it('breaks where nothing is known', () => {
    expect(runs([known(1), known(0), known(null), known(1)])).toEqual([[0, 1], [3]]);
  });

  it('wears a face where the line turns', () => {
    const line = moodLine([known(0), known(-1, ['valley']), known(null, ['peak']), known(1, ['peak', 'end'])], [0, 1, 2, 3], 0, 80);
    expect(line.dots.map((d) => d.face)).toEqual([false, true, true]);
  });

  it('draws zero in the middle and good moods above it', () => {
    expect(moodY(0, 10, 96)).toBe(58);
    expect(moodY(2, 10, 96)).toBe(10);
    expect(moodY(-2, 10, 96)).toBe(106);
  });

  it('has a band only between two measured stops', () => {
    const line = moodLine([known(0), known(1), guess(0.5)], [0, 100, 200], 0, 80);
    expect(line.pieces.map((p) => [p.assumed, p.band !== null])).toEqual([
      [false, true],
      [true, false],
    ]);
    expect(line.dots.map((d) => d.assumed)).toEqual([false, false, true]);
    expect(line.pieces[0]?.d).toBe('M0 40.0L100 20.0');
  });

  it('says good, bad or neither', () => {
    expect([1, 0.1, -1].map(tone)).toEqual(['pos', 'neu', 'neg']);
  });

  it('bends the mouth with the value', () => {
    const depth = (v: number): number => Number(mouth(v, 8).split('Q0 ')[1]?.split(' ')[0]);
    expect(depth(1.5)).toBeGreaterThan(depth(0));
    expect(depth(-1.5)).toBeLessThan(depth(0));
  });
});

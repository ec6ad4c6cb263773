import { describe, expect, it } from 'vitest';
import { columns, pitch, stopXs } from './columns';

describe('columns', () => {
  it('shares the width by the stops of each stage', () => {
    const cols = columns(1000, [4, 6]);
    expect(cols).toEqual([
      { x: 0, w: 400 },
      { x: 400, w: 600 },
    ]);
  });

  it('keeps room for the name of a stage with one stop', () => {
    const [one, six] = columns(840, [1, 6]);
    expect(one?.w).toBeCloseTo(240);
    expect(six?.w).toBeCloseTo(600);
  });

  it('spaces stops evenly inside their stage and never leaves the sheet', () => {
    const stops = [3, 3, 4, 1, 2];
    const cols = columns(1290, stops);
    const xs = stopXs(cols, stops);
    expect(xs).toHaveLength(13);
    expect((xs[1] ?? 0) - (xs[0] ?? 0)).toBeCloseTo((xs[2] ?? 0) - (xs[1] ?? 0));
    expect(xs[0]).toBeGreaterThan(0);
    expect(xs.at(-1)).toBeLessThan(1290);
  });

  it('gives the room of one stop', () => {
    expect(pitch([10, 40, 60], 500)).toBe(20);
    expect(pitch([10], 500)).toBe(500);
  });
});

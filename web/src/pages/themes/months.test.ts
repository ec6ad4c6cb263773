import { describe, expect, it } from 'vitest';
import { bars, fullest } from './months';

describe('months', () => {
  it('draws the fullest month as high as the picture, and nothing where there is nothing', () => {
    expect(bars([0, 5, 10], 60, 20).map(({ height }) => height)).toEqual([0, 10, 20]);
    expect(bars([], 60, 20)).toEqual([]);
  });
  it('ends at the right edge, however many months there are', () => {
    for (const months of [[1], [1, 2, 3], Array.from({ length: 24 }, () => 1)]) {
      const last = bars(months, 96, 20).at(-1)!;
      expect(Math.abs(last.x + last.width - 96)).toBeLessThanOrEqual(2);
    }
  });
  it('shows a single text among many', () => expect(bars([1, 1000], 60, 20)[0]!.height).toBe(2));
  it('knows the fullest month', () => expect(fullest([3, 7, 7, 1])).toBe(2));
});

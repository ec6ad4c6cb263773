import { expect, it } from 'vitest';
import { spark } from './spark';

const at = (value: number | null, low = value, high = value) => ({ value, low, high, n: 1, of: 2, too_few: value === null });

it('draws a line, its band and the target on one scale', () => {
  const found = spark([at(0, 0, 2), at(5, 4, 10)], 10, 106, 26);
  expect(found.line).toEqual(['3,23 103,13']);
  expect(found.band).toEqual(['3,19 103,3 103,15 3,23']);
  expect(found.target).toBe(3);
  expect(found.dots).toEqual([{ x: 103, y: 13, last: true }]);
});

it('leaves gaps as gaps, and shows what stands alone as a dot', () => {
  const found = spark([at(1), at(null), at(3), at(2)], null, 100, 20);
  expect(found.line).toHaveLength(2);
  expect(found.dots.map(({ last }) => last)).toEqual([false, true]);
  expect(found.target).toBeNull();
});

it('draws nothing of nothing', () => {
  expect(spark([at(null)], 4, 100, 20)).toEqual({ line: [], band: [], dots: [], target: 17 });
  expect(spark([], null, 100, 20).line).toEqual([]);
});

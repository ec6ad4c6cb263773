import { expect, it } from 'vitest';
import { ownNames, piecesOf, sizeOf } from './slices';

it.each([
  [0, 1],
  [1, 1],
  [10, 1],
  [11, 2],
  [25, 3],
])('cuts %d bytes into %d slices of ten', (size, slices) => {
  const pieces = piecesOf(size, 10);
  expect(pieces).toHaveLength(slices);
  expect(pieces.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(size);
  expect(pieces.map(({ part }) => part)).toEqual(Array.from({ length: slices }, (_, place) => place + 1));
  expect(pieces.every(({ of }) => of === slices)).toBe(true);
});

it('gives every file a name of its own, and leaves its ending', () =>
  expect(ownNames(['a.csv.gz', 'a.csv.gz', 'b', 'b', 'a (2).csv.gz'])).toEqual([
    'a.csv.gz',
    'a (2).csv.gz',
    'b',
    'b (2)',
    'a (2) (2).csv.gz',
  ]));

it.each([
  [0, 0, 'kilobyte'],
  [1500, 1.5, 'kilobyte'],
  [999_600, 0.9996, 'megabyte'],
  [2_400_000_000, 2.4, 'gigabyte'],
])('says %d bytes in its unit', (bytes, value, unit) => expect(sizeOf(bytes)).toEqual({ value, unit }));

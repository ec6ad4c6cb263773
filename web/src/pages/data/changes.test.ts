import { expect, it } from 'vitest';
import { bothOf, detailOf, headOf } from './changes';

it('tells a field of every event from a detail of the same name', () => {
  expect([headOf('customer'), headOf('properties.customer')]).toEqual(['customer', null]);
  expect(detailOf('properties.customer')).toBe('customer');
});

it.each([
  [8, 9.5, '8', '9,5'],
  ['ann', null, 'ann', null],
  [1, '1', '1', '"1"'],
  [true, false, 'true', 'false'],
])('writes %s and %s as two values', (was, now, one, other) =>
  expect(bothOf({ field: 'properties.total', was, now }, 'UTC', 'pl')).toEqual([one, other]));

it('writes times in the zone, to the second, and beyond where they differ there only', () => {
  const [one, other] = bothOf(
    { field: 'time', was: '2026-01-14T11:00:00Z', now: '2026-01-14T11:00:01Z' }, 'Europe/Prague', 'en',
  );
  expect([one?.includes('12:00:00'), other?.includes('12:00:01')]).toEqual([true, true]);
  const close = { field: 'time', was: '2026-01-14T11:00:00.1Z', now: '2026-01-14T11:00:00.2Z' };
  expect(bothOf(close)).toEqual([close.was, close.now]);
});

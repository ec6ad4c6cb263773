import { expect, it } from 'vitest';
import { asCame, seconds } from './message';

it('lays JSON out and leaves all else as it came', () => {
  expect(asCame('{"a":1}')).toBe('{\n  "a": 1\n}');
  expect(asCame('{no json')).toBe('{no json');
  expect(seconds('2026-01-10T10:00:07.5Z')).toBe('07');
});

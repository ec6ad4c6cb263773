import { expect, it } from 'vitest';
import { seconds } from './windows';

it.each([
  ['15s', 15],
  ['30m', 1800],
  ['42d', 42 * 86400],
  ['2w', 14 * 86400],
  ['none', null],
  ['d', null],
])('reads %s', (text, value) => expect(seconds(text)).toBe(value));

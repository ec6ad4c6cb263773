import { expect, it } from 'vitest';
import { anyOf, size } from './said';

it.each([
  [0, 'en', '0 kB'],
  [1_530_000, 'en', '1.5 MB'],
  [1_530_000, 'cs', '1,5 MB'],
  [42_000_000, 'pl', '42 MB'],
])('writes %d bytes in %s', (bytes, lang, text) => expect(size(bytes, lang).replace(/\s/g, ' ')).toBe(text));

it('joins names as the language does', () => {
  expect(anyOf(['a', 'b', 'c'], 'en')).toBe('a, b, or c');
  expect(anyOf(['a', 'b'], 'ru')).toBe('a или b');
});

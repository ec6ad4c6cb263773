import { describe, expect, it } from 'vitest';
import { fit, lines } from './labels';

const ten = (text: string): number => text.length * 10;

describe('lines', () => {
  it('wraps at words', () => {
    expect(lines('I open the letter', 100, ten)).toBe(2);
    expect(lines('one', 100, ten)).toBe(1);
    expect(lines('incomprehensible', 100, ten)).toBe(Infinity);
  });
});

describe('fit', () => {
  const names = [
    { name: 'I open the letter', short: 'Letter' },
    { name: 'I shop', short: 'Shop' },
  ];

  it('keeps full names when all fit', () => {
    expect(fit(names, 100, ten)).toEqual({ texts: ['I open the letter', 'I shop'], short: false, lines: 2 });
  });

  it('makes the whole map short when one does not', () => {
    expect(fit(names, 60, ten, 2)).toEqual({ texts: ['Letter', 'Shop'], short: true, lines: 1 });
  });
});

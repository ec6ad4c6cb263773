import { describe, expect, it } from 'vitest';
import { fill, form, say } from './say';

describe('say', () => {
  const people = { one: '{n} osoba', few: '{n} osoby', many: '{n} osób', other: '{n} osoby' };

  it.each([
    [1, '1 osoba'],
    [3, '3 osoby'],
    [5, '5 osób'],
    [22, '22 osoby'],
    [12480, '12\u00a0480 osób'],
  ])('takes the plural form of %d', (n, text) => expect(fill('pl', people, { n })).toBe(text));

  it('knows the forms of each language', () => {
    expect([1, 2, 5, 21].map((n) => form('ru', n))).toEqual(['one', 'few', 'many', 'one']);
    expect([1, 2, 5].map((n) => form('cs', n))).toEqual(['one', 'few', 'other']);
  });

  it('puts values in their places and leaves unknown places alone', () =>
    expect(fill('en', '{who} at {where}', { who: 'Ann' })).toBe('Ann at {where}'));

  it('shows the key of a missing text', () => expect(say({}, 'en', 'funnel.title')).toBe('funnel.title'));
});

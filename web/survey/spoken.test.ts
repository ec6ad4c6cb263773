import { expect, it } from 'vitest';
import { SURVEY } from './fixture';
import { languagesOf, spoken, word } from './spoken';

it('speaks what the survey speaks', () => {
  expect(languagesOf(SURVEY)).toEqual(['en', 'pl']);
  expect(languagesOf({ name: 'x', questions: [] })).toEqual(['en', 'pl', 'cs', 'ru']);
  expect([spoken(SURVEY, ['', 'cs-CZ', 'pl-PL']), spoken(SURVEY, ['ru']), spoken({ name: { cs: 'x' }, questions: [] }, ['ru'])]).toEqual(['pl', 'en', 'cs']);
});

it('has our own words', () => {
  expect([word('cs', 'back'), word('pl', 'star', { n: 2, of: 5 }), word('ru', 'none')]).toEqual(['Zpět', '2 z 5', 'none']);
});

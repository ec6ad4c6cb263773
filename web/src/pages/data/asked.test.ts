// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import type { GuessQuestion } from '../../api/types';
import { language } from '../../state/language.svelte';
import { asked } from './asked';
import { sample } from './fixture';

beforeAll(() => language.choose('en'));

const question = (changes: Partial<GuessQuestion>): GuessQuestion => ({
  code: 'date_order',
  text: 'Is 1/1/26 in day day first or month first?',
  table: 'orders',
  columns: ['day'],
  choices: ['dmy', 'mdy'],
  option: '--dates',
  ...changes,
});

it('asks for a day by an example of the file, with both days as answers', () => {
  const [one] = asked(sample({ questions: [question({})] }));
  expect(one?.text).toBe('What day is 3/4/26?');
  expect(one?.choices).toEqual([
    { value: 'dmy', label: '3 Apr 2026' },
    { value: 'mdy', label: '4 Mar 2026' },
  ]);
  expect(one?.answered({ who: ['a.b'] }, 'mdy')).toEqual({ who: ['a.b'], dates: 'mdy' });
});

it('takes the example from the question where the first rows hold none', () => {
  const [one] = asked(sample({ questions: [question({ table: 'gone', text: 'Is 05.06.2024 in x day first?' })] }));
  expect(one?.text).toBe('What day is 05.06.2024?');
});

it('asks for a column by its name, or lets each row be a customer', () => {
  const questions = [question({ code: 'who_column', choices: ['no', 'each-row'] }), question({ code: 'when_column', choices: ['day'] })];
  const [who, when] = asked(sample({ questions }));
  expect(who?.text).toBe('Which column of orders says who the customer is?');
  expect(who?.choices.map(({ label }) => label)).toEqual(['no', 'Each row is a customer of its own']);
  expect(who?.answered({}, 'no')).toEqual({ who: ['orders.no'] });
  expect(who?.answered({}, 'each-row')).toEqual({ who: ['each-row'] });
  expect(when?.answered({}, 'day')).toEqual({ when: ['orders.day'] });
});

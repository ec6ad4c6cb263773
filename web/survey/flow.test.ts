import { expect, it } from 'vitest';
import { SURVEY } from './fixture';
import { asked, isMet, stillAsked } from './flow';

const come = (answers: Parameters<typeof asked>[1]): string[] => asked(SURVEY, answers).map((one) => one.id);

it('asks on by what was answered', () => {
  expect(come({})).toEqual(['recommend', 'how']);
  expect(come({ recommend: 6 })).toEqual(['recommend', 'why', 'how']);
  expect(come({ recommend: 7 })).toEqual(['recommend', 'how']);
});

it.each([
  [{ question: 'q', is: ['a', 'b'] }, 'b', true],
  [{ question: 'q', is: ['a'] }, ['b'], false],
  [{ question: 'q' }, 'words', true],
  [{ question: 'q' }, '', false],
  [{ question: 'q', at_least: 3, at_most: 5 }, 5, true],
  [{ question: 'q', at_least: 3 }, 2, false],
])('is met as the server says: %j %j', (wanted, answer, met) => expect(isMet(wanted, { q: answer })).toBe(met));

it('does not ask after a question that does not come', () => {
  const third = { id: 'more', ask: 'text' as const, text: 'More?', show_if: { question: 'why' } };
  const questions = [...SURVEY.questions, third];
  expect(asked({ questions }, { recommend: 9, why: 'left from before' }).map((one) => one.id)).not.toContain('more');
});

it('keeps of old answers what is still asked', () => {
  const kept = { recommend: 11, why: 'x', how: ['shop', 'gone'], other: 5 };
  expect(stillAsked(SURVEY, kept)).toEqual({ why: 'x' });
  expect(stillAsked(SURVEY, { recommend: 10, how: ['shop'] })).toEqual({ recommend: 10, how: ['shop'] });
});

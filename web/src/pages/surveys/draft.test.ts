import { expect, it } from 'vitest';
import { askedAs, blank, draftOf, fieldsOf, idOf, moved, sound, textIn, withText, type DraftQuestion } from './draft';

it('writes words in one language and leaves the others', () => {
  expect(withText('Hello', 'pl', 'Cześć')).toEqual({ en: 'Hello', pl: 'Cześć' });
  expect(withText({ en: 'Hello', pl: 'Cześć' }, 'pl', '')).toEqual({ en: 'Hello' });
  expect([textIn('x', 'cs'), textIn({ en: 'x' }, 'cs'), textIn(undefined, 'cs')]).toEqual(['x', '', '']);
});

it('makes ids out of words in any language', () => {
  expect([idOf('Jak bylo u nás?'), idOf('Zażółć gęślą'), idOf('Опрос'), idOf('Visit', ['visit', 'visit-2'])]).toEqual([
    'jak-bylo-u-nas', 'zazolc-gesla', 'survey', 'visit-3',
  ]);
});

it('keeps what it read and leaves out what is empty', () => {
  const fields = { cesta: 'survey/1', id: 'x', name: 'X', notes: 'kept', questions: [{ id: 'q', ask: 'nps', text: '?' }] };
  expect(fieldsOf(draftOf(fields))).toEqual({ ...fields, status: 'draft', who: 'known', where: ['link'] });
  const draft = { ...blank('en', 'Would you?'), id: 'y', page: { exit: false, after: 'purchase', paths: [] } };
  expect(fieldsOf(draft)).toMatchObject({ id: 'y', page: { after: 'purchase' } });
  expect(fieldsOf(draft)).not.toHaveProperty('name');
});

it('asks in another way', () => {
  const question: DraftQuestion = { id: 'q', ask: 'nps', text: '?' };
  const one = askedAs(question, 'one');
  expect(one.choices).toHaveLength(2);
  expect(askedAs(one, 'csat')).not.toHaveProperty('choices');
});

it('lets no question wait for one that comes later', () => {
  const questions: DraftQuestion[] = [
    { id: 'a', ask: 'nps', text: '?' },
    { id: 'b', ask: 'text', text: '?', show_if: { question: 'a', at_most: 6 } },
  ];
  expect(moved(questions, 1, -1).map((one) => [one.id, 'show_if' in one])).toEqual([['b', false], ['a', false]]);
  expect(sound(questions)).toEqual(questions);
});

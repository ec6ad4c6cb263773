import { expect, it } from 'vitest';
import { SURVEY } from './fixture';
import { answered, around } from './said';

it('says which survey, which version, and each scale by its own name', () => {
  expect(around(SURVEY, { response: 'r', language: 'pl', channel: 'store', place: 'Brno' })).toEqual({
    survey: 'after', version: 2, response: 'r', language: 'pl', channel: 'store', touchpoint: 'bought', place: 'Brno',
  });
  const [recommend, why, how] = SURVEY.questions;
  expect(answered(recommend!, 0)).toEqual({ question: 'recommend', ask: 'nps', nps: 0 });
  expect(answered(why!, 'slow')).toEqual({ question: 'why', ask: 'text', text: 'slow' });
  expect(answered(how!, ['shop'])).toEqual({ question: 'how', ask: 'several', choice: ['shop'] });
});

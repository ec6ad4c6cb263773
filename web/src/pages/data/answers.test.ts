import { expect, it } from 'vitest';
import type { Answers } from '../../api/types';
import { pointed, readAnswers, written } from './answers';

it('gives a column one role, and a table one customer', () => {
  let answers: Answers = pointed({}, 'orders', 'card', 'who');
  answers = pointed(answers, 'visits', 'visitor', 'who');
  expect(answers).toEqual({ who: ['orders.card', 'visits.visitor'] });
  answers = pointed(answers, 'orders', 'mail', 'who');
  expect(answers).toEqual({ who: ['visits.visitor', 'orders.mail'] });
  answers = pointed(answers, 'orders', 'mail', 'out');
  expect(answers).toEqual({ who: ['visits.visitor'], drop: ['orders.mail'] });
});

it('keeps or leaves out as many columns as wanted', () => {
  const answers = pointed(pointed({ dates: 'dmy' }, 'orders', 'a', 'detail'), 'orders', 'b', 'detail');
  expect(answers).toEqual({ dates: 'dmy', keep: ['orders.a', 'orders.b'] });
  expect(pointed(answers, 'orders', 'a', 'when')).toEqual({ dates: 'dmy', keep: ['orders.b'], when: ['orders.a'] });
});

it('survives the address, which may hold nonsense', () => {
  const answers: Answers = { when: ['a.b'], dates: 'mdy' };
  expect(readAnswers(written(answers))).toEqual(answers);
  expect(written({})).toBeNull();
  for (const text of [null, '', '{', '[1]', 'null', '3']) expect(readAnswers(text)).toEqual({});
});

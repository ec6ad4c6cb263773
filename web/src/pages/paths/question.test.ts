import { expect, it } from 'vitest';
import { ANYWHERE, choiceOf, questionOf } from './question';

it('reads the address and asks for no more than it says', () => {
  const choice = choiceOf(new URLSearchParams('start=mail&without=a,b&steps=4&gap=7d&date_from=2017-01-01'), null);
  expect(questionOf(choice)).toEqual({
    analysis: 'paths',
    params: { max_steps: 4, session_gap: '7d', start_node: 'mail', date_from: '2017-01-01', exclude_nodes: ['a', 'b'] },
  });
});

it('has sensible beginnings and refuses odd numbers of steps', () =>
  expect(questionOf(choiceOf(new URLSearchParams('steps=900'), null))).toEqual({
    analysis: 'paths',
    params: { max_steps: 5, session_gap: '30d' },
  }));

it('passes on the ends, the way and the segment', () =>
  expect(questionOf(choiceOf(new URLSearchParams('end=e&via=v&segment=s'), null)).params).toMatchObject({
    end_node: 'e',
    via_node: 'v',
    segment: 's',
  }));

it('begins where the first map begins, unless told otherwise', () => {
  const map = { id: 'm', title: 'M', level: 'L1', state: 'current', status: 'live', events: ['mail', 'visit'], parent: null };
  const known = { maps: [map], events: ['visit', 'mail'].map((name) => ({ name, events: 1, people: 1, properties: [] })) };
  expect(choiceOf(new URLSearchParams(), known).start).toBe('mail');
  expect(choiceOf(new URLSearchParams(`start=${ANYWHERE}`), known).start).toBe('');
  expect(choiceOf(new URLSearchParams('start=visit'), known).start).toBe('visit');
});

import { expect, it } from 'vitest';
import { choiceOf, questionOf } from './question';

it('reads the address and asks for no more than it says', () => {
  const choice = choiceOf(new URLSearchParams('start=mail&without=a,b&steps=4&gap=7d'));
  expect(questionOf(choice)).toEqual({
    analysis: 'paths',
    params: { max_steps: 4, session_gap: '7d', start_node: 'mail', exclude_nodes: ['a', 'b'] },
  });
});

it('has sensible beginnings and refuses odd numbers of steps', () =>
  expect(questionOf(choiceOf(new URLSearchParams('steps=900')))).toEqual({
    analysis: 'paths',
    params: { max_steps: 5, session_gap: '30d' },
  }));

it('passes on the ends, the way and the segment', () =>
  expect(questionOf(choiceOf(new URLSearchParams('end=e&via=v&segment=s'))).params).toMatchObject({
    end_node: 'e',
    via_node: 'v',
    segment: 's',
  }));

import { expect, it } from 'vitest';
import type { Decision, KnownId, Merge } from '../../api/identity';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { causeSaid, decisionSaid, idSaid, idsSaid, kindSaid, sizesSaid } from './said';

language.words = en;

const id = (kind: string, value: string): KnownId => ({ kind, value, key: value, since: null });

it('names ids by their kind', () => {
  expect(idSaid(id('user_id', 'ann'))).toBe('user id ann');
  expect(idSaid(id('loyalty_card', '7'))).toBe('loyalty card 7');
  expect(kindSaid('email')).toBe('e-mail');
  expect(idsSaid([[id('user_id', 'ann')], [id('email', 'a@b.example')]])).toBe('user id ann + e-mail a@b.example');
});

it('says why and who', () => {
  const merge = { how: 'claim', source: 'web' } as Merge;
  expect(causeSaid(merge)).toBe('one message of web names them together');
  const decision: Decision = { id: 3, kind: 'shared', ids: [[id('email', 'info@shop.example')]], who: '', at: '', merge: null, back: null, holds: true };
  expect(decisionSaid(decision)).toBe('Someone: e-mail info@shop.example is used by several people');
});

it('adds up many sizes', () => {
  expect(sizesSaid([{ ids: 2, customers: 9 }, { ids: 7, customers: 2 }, { ids: 30, customers: 1 }])).toEqual(['2 ids: 9', '6 ids or more: 3']);
});

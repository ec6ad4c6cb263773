import { expect, it } from 'vitest';
import { applied, idsOf, items, look, ownWords, same, say, stagesOf, whereIs, type Dict } from './tree';

const DATA: Dict = {
  id: 'm',
  stages: [
    { id: 'look', name: { en: 'I look', pl: 'Oglądam' }, touchpoints: [{ id: 'visit', name: 'Visit' }, 'shared'] },
    { id: 'pay', name: 'I pay', touchpoints: [{ id: 'card', name: 'Card', emotion: { assumed: -1 } }] },
  ],
};
const order = (data: Dict): string => stagesOf(data).map((stage) => `${String(stage.id)}:${(stage.touchpoints as Dict[]).map((stop) => stop.id ?? stop).join(',')}`).join(' ');

it('finds parts by their ids', () => {
  expect(look(DATA, ['stages', 'pay', 'touchpoints', 'card', 'emotion', 'assumed'])).toBe(-1);
  expect(look(DATA, ['stages', 'gone', 'name'])).toBeUndefined();
  expect(look(DATA, ['id', 'deeper'])).toBeUndefined();
  expect(whereIs(DATA, 'card')).toEqual(['stages', 'pay', 'touchpoints', 'card']);
  expect(whereIs(DATA, 'look')).toEqual(['stages', 'look']);
  expect(whereIs(DATA, 'gone')).toBeNull();
  expect([...idsOf(DATA)]).toEqual(['look', 'visit', 'shared', 'pay', 'card']);
  expect(items(DATA, ['stages', 'pay', 'barriers'])).toEqual([]);
});

it('sets fields, makes what is missing on the way, and leaves the old document alone', () => {
  const at = ['stages', 'pay', 'touchpoints', 'card'];
  const after = applied(DATA, { kind: 'set', at: [...at, 'raci', 'accountable'], value: 'jana' });
  expect(look(after, [...at, 'raci'])).toEqual({ accountable: 'jana' });
  expect(look(DATA, [...at, 'raci'])).toBeUndefined();
  expect(look(applied(after, { kind: 'set', at: [...at, 'name'], value: null }), [...at, 'name'])).toBeUndefined();
  expect(applied(DATA, { kind: 'set', at: ['stages', 'gone', 'name'], value: 'x' })).toEqual(DATA);
});

it('adds, moves and removes as the server does', () => {
  const item = { id: 'new', name: 'New' };
  const add = (after: string | null): string => order(applied(DATA, { kind: 'add', at: ['stages', 'look', 'touchpoints'], value: item, after }));
  expect(add('')).toBe('look:new,visit,shared pay:card');
  expect(add('visit')).toBe('look:visit,new,shared pay:card');
  expect(add('gone')).toBe('look:visit,shared,new pay:card');
  expect(add(null)).toBe('look:visit,shared,new pay:card');
  const card = ['stages', 'pay', 'touchpoints', 'card'];
  expect(order(applied(DATA, { kind: 'move', at: card, to: ['stages', 'look', 'touchpoints'], after: 'visit' }))).toBe('look:visit,card,shared pay:');
  expect(order(applied(DATA, { kind: 'move', at: ['stages', 'pay'], after: '' }))).toBe('pay:card look:visit,shared');
  expect(order(applied(DATA, { kind: 'remove', at: card }))).toBe('look:visit,shared pay:');
  expect(order(applied(DATA, { kind: 'remove', at: ['stages', 'gone'] }))).toBe(order(DATA));
});

it('reads and sets words in the language of the reader, where a text has several', () => {
  const name = ['stages', 'look', 'name'];
  expect([say(look(DATA, name), 'pl'), say(look(DATA, name), 'ru'), say('plain', 'pl'), say(undefined, 'pl')]).toEqual(['Oglądam', 'I look', 'plain', '']);
  expect(ownWords(DATA, name, 'ru')).toEqual([...name, 'ru']);
  expect(ownWords(DATA, ['stages', 'pay', 'name'], 'ru')).toEqual(['stages', 'pay', 'name']);
  expect([same(undefined, null), same({ a: 1 }, { a: 1 }), same('a', 'b')]).toEqual([true, true, false]);
});

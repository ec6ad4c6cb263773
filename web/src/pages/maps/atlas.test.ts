import { expect, it } from 'vitest';
import type { AtlasPlace, AtlasRow } from '../../api/atlas';
import { branch, downTo, gap, levels, ordered } from './atlas';

const place = (id: string, parent: string | null, depth: number): AtlasPlace => ({
  map: { id, title: id, level: 'L1', state: 'current', status: 'live', events: [], parent },
  depth,
  inside: 0,
});
const ALL = [place('life', null, 0), place('buy', 'life', 1), place('pay', 'buy', 2), place('gift', 'life', 1), place('club', null, 0)];
const ids = (places: readonly AtlasPlace[]): string[] => places.map(({ map, depth }) => `${'>'.repeat(depth)}${map.id}`);
const row = (owner: string | null, rate: number | null, target: number | null): AtlasRow =>
  ({ owner, goal: { rate: { value: rate }, target } }) as unknown as AtlasRow;

it('shows a branch with what lies in it, from its own top', () => {
  expect(ids(branch(ALL, 'buy'))).toEqual(['buy', '>pay']);
  expect(ids(branch(ALL, 'life'))).toEqual(['life', '>buy', '>>pay', '>gift']);
  expect(ids(branch(ALL, null))).toEqual(ids(ALL));
  expect(ids(branch(ALL, 'gone'))).toEqual(ids(ALL));
});

it('goes as far in as is wanted', () => {
  expect(levels(ALL)).toBe(3);
  expect(ids(downTo(ALL, 1))).toEqual(['life', 'club']);
});

it('puts maps of one owner together, and the farthest from its target first', () => {
  const rows = new Map([['life', row('petr', 0.3, 0.2)], ['buy', row(null, 0.1, 0.4)], ['pay', row('jana', null, 0.4)], ['gift', row('jana', 0.3, 0.4)]]);
  expect(ids(ordered(ALL, rows, 'owner'))).toEqual(['buy', 'club', 'pay', 'gift', 'life']);
  expect(ids(ordered(ALL, rows, 'gap'))).toEqual(['buy', 'gift', 'life', 'pay', 'club']);
  expect(ids(ordered(ALL, rows, 'tree'))).toEqual(ids(ALL));
  expect(gap(undefined)).toBe(Infinity);
});

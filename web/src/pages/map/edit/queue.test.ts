import { expect, it } from 'vitest';
import type { Edit } from '../../../api/edits';
import { Queue, type Store } from './queue';

function store(start: Record<string, string> = {}): Store & { kept: Record<string, string> } {
  const kept = { ...start };
  return { kept, getItem: (key) => kept[key] ?? null, setItem: (key, value) => void (kept[key] = value), removeItem: (key) => void delete kept[key] };
}
const edit = (value: string): Edit => ({ kind: 'set', at: ['title'], value });

it('keeps edits over a reload until they are answered', () => {
  const kept = store();
  const queue = new Queue('m', kept);
  queue.add([edit('a'), edit('b')]);
  queue.add([edit('c')]);
  const again = new Queue('m', kept);
  expect(again.wishes.map((wish) => wish.edit.value)).toEqual(['a', 'b', 'c']);
  expect(again.wishes[0]?.bunch).toBe(again.wishes[1]?.bunch);
  again.answered(new Set(again.wishes.slice(0, 2).map((wish) => wish.key)));
  expect(again.wishes).toHaveLength(1);
  again.answered(new Set(again.wishes.map((wish) => wish.key)));
  expect(kept.kept).toEqual({});
  expect(new Queue('other', kept).wishes).toEqual([]);
});

it('takes back what was never sent, bunch by bunch', () => {
  const queue = new Queue('m', store());
  queue.add([edit('a')]);
  queue.add([edit('b'), edit('c')]);
  const sent = new Set([queue.wishes[0]?.key ?? '']);
  expect(queue.drop(sent)).toBe(true);
  expect(queue.wishes.map((wish) => wish.edit.value)).toEqual(['a']);
  expect(queue.drop(sent)).toBe(false);
});

it('begins anew where what was kept cannot be read', () => {
  const kept = store();
  new Queue('m', kept).add([edit('a')]);
  const key = Object.keys(kept.kept)[0] ?? '';
  expect(new Queue('m', store({ [key]: '{"half' })).wishes).toEqual([]);
});

import { expect, it } from 'vitest';
import type { LoadView } from '../../api/types';
import { fileNames, goneOn, shelved } from './shelf';

const load = (load_id: string, loaded_at: string, more: Partial<LoadView> = {}): LoadView => ({
  load_id,
  source: 'shop',
  name: 'Shop',
  files: [],
  events: 1,
  customers: 1,
  set_aside: 0,
  duplicates: 0,
  changed: 0,
  decision: 'ask',
  generated: false,
  loaded_at,
  binned_at: null,
  ...more,
});

it('lists the newest first and keeps the bin apart', () => {
  const old = load('a', '2026-01-01T00:00:00Z');
  const taken = load('b', '2026-02-01T00:00:00Z', { binned_at: '2026-02-02T00:00:00Z' });
  const young = load('c', '2026-03-01T00:00:00Z');
  expect(shelved([old, taken, young])).toEqual({ live: [young, old], binned: [taken] });
  expect(goneOn(taken)?.toISOString()).toBe('2026-03-04T00:00:00.000Z');
  expect(goneOn(old)).toBeNull();
});

it('names a few files, never leaving out just one', () => {
  const files = (n: number): LoadView['files'] =>
    Array.from({ length: n }, (_, place) => ({ name: `${place}.csv`, bytes: 1, sha256: '', rows: 1 }));
  const named = (n: number): [number, number] => {
    const { names, more } = fileNames(load('a', '2026-01-01T00:00:00Z', { files: files(n) }));
    return [names.length, more];
  };
  expect([1, 4, 5, 9].map(named)).toEqual([[1, 0], [4, 0], [3, 2], [3, 6]]);
});

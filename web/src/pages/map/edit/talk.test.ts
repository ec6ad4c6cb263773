import { expect, it } from 'vitest';
import type { Remark } from '../../../api/edits';
import { pieces, threads } from './talk';

const remark = (id: number, more: Partial<Remark> = {}): Remark => ({ id, kind: 'comment', at: [], parent: null, person: '', name: '', time: id, text: 'x', done: false, mentions: [], ...more });

it('puts conversations together, open ones first, the newest on top', () => {
  const all = [remark(1, { done: true }), remark(2, { at: ['stages', 'pay'] }), remark(3, { parent: 2 }), remark(4, { kind: 'note' }), remark(5)];
  expect(threads(all, []).map(({ first, answers }) => [first.id, ...answers.map((one) => one.id)])).toEqual([[5], [2, 3], [1]]);
  expect(threads(all, ['stages', 'pay']).map(({ first }) => first.id)).toEqual([2]);
  expect(threads(all, ['stages', 'look'])).toEqual([]);
});

it('marks whom a text names', () => {
  expect(pieces('Ask @jana.n, not a@b.cz').map((piece) => (piece.at ? `[${piece.text}]` : piece.text))).toEqual(['Ask ', '[@jana.n]', ', not a@b.cz']);
});

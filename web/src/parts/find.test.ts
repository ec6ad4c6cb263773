import { expect, it } from 'vitest';
import type { Match } from '../api/people';
import { because, moved, opens } from './find';

const key = (key: string, more: Partial<KeyboardEvent> = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

it('opens by / where nothing is typed, and by Ctrl-K anywhere', () => {
  expect([opens(key('/'), false), opens(key('/'), true), opens(key('k'), false)]).toEqual([true, false, false]);
  expect([opens(key('K', { ctrlKey: true }), true), opens(key('k', { metaKey: true }), false)]).toEqual([true, true]);
  expect(opens(key('k', { ctrlKey: true, altKey: true }), false)).toBe(false);
});

it('goes around with the arrows', () => {
  expect([moved('ArrowDown', -1, 3), moved('ArrowDown', 2, 3), moved('ArrowUp', -1, 3), moved('ArrowUp', 0, 3)]).toEqual([0, 0, 2, 2]);
  expect([moved('Home', 1, 3), moved('ArrowDown', 0, 0)]).toEqual([1, -1]);
});

it('says why somebody was found', () => {
  const match = (by: Match['by'], text: string) => because({ customer: 'ann', by, text } as Match);
  expect([match('id', 'ann'), match('id', 'x1'), match('email', 'ann@shop')]).toEqual([null, 'x1', 'ann@shop']);
});

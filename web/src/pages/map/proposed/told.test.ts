// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import type { Proposed } from '../../../api/changed';
import { language } from '../../../state/language.svelte';
import { num } from '../fixture';
import { deed, editOf, why } from './told';

beforeAll(() => language.choose('en'));

const add: Proposed = {
  key: 'add-chat',
  kind: 'add',
  events: ['live_chat'],
  touchpoint: 'chat',
  name: 'I chat',
  stage: 'I pay',
  previous: 'Basket',
  following: 'Card',
  share: num(0.12, 'share', { n: 12, of: 100, low: 0.07, high: 0.2 }),
  earlier: num(0.03, 'share'),
  last: null,
  meant: null,
  edit: { kind: 'add', at: ['stages', 'pay', 'touchpoints'], value: { id: 'chat' }, was: null, after: 'cart', to: [], yaml: null },
};

test('a new way says how many, how many before, and between what', () => {
  expect(why(add).join(' ')).toContain('12');
  expect(why(add)).toHaveLength(3);
  expect(why({ ...add, following: null })[2]).toContain('after “Basket”');
  expect(why({ ...add, previous: null })[2]).toContain('before “Card”');
  expect(deed(add)).toBe('Add it to “I pay”');
  expect(editOf(add)).toEqual({ kind: 'add', at: ['stages', 'pay', 'touchpoints'], value: { id: 'chat' }, after: 'cart' });
});

test('a silent touchpoint asks what was meant, else goes', () => {
  const silent: Proposed = { ...add, kind: 'silent', share: null, last: '2026-01-02T00:00:00Z', meant: 'chat_opened', edit: { ...add.edit, kind: 'set', at: ['x', 'match'], value: 1, was: 2 } };
  expect(why(silent)).toHaveLength(1);
  expect(deed(silent)).toContain('too');
  expect(editOf(silent)).toEqual({ kind: 'set', at: ['x', 'match'], value: 1, was: 2 });
  expect(deed({ ...silent, kind: 'unknown' })).toContain('instead');
  expect(deed({ ...silent, meant: null })).toBe('Take it off the map');
  expect(editOf({ ...silent, edit: { ...silent.edit, kind: 'remove' } })).toEqual({ kind: 'remove', at: ['x', 'match'] });
});

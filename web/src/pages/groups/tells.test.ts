import { expect, it } from 'vitest';
import type { Tell } from '../../api/groups';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { idOf, inShort, inWords } from './tells';

language.words = en;

const tell = (part: Partial<Tell>): Tell => ({ kind: 'which', name: 'source', hours: 0, answer: 'ad', here: 0.5, elsewhere: 0.1, low: 0.3, high: 0.5, ...part });

it('says each kind of difference', () => {
  expect(inWords(tell({}))).toBe('source: ad');
  expect(inWords(tell({ kind: 'next', name: 'look', answer: 'buy' }))).toContain('buy');
  expect(inWords(tell({ kind: 'next', name: 'look', answer: '' }))).not.toContain('“”');
  expect(inWords(tell({ kind: 'gap', name: 'visit', answer: 'back', hours: 168 }))).toMatch(/3.*7/);
});

it('is short about a group: what it does first, how soon it comes back after that', () => {
  const gap = tell({ kind: 'gap', name: 'visit', answer: 'back', hours: 24 });
  expect(inShort([gap, tell({})])).toBe(`source: ad · ${inWords(gap)}`);
  expect(inShort([])).toBe('');
});

it.each([
  ['Łowcy okazji', 'lowcy-okazji'],
  ['  Žofie & co. ', 'zofie-co'],
  ['Охотники', 'group-2'],
  ['24 hours', 'group-2'],
])('makes an id of %s', (name, id) => expect(idOf(name, 2)).toBe(id));

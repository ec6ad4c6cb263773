import { expect, it } from 'vitest';
import type { Drift } from '../../api/sources';
import en from '../../words/en';
import { driftSaid, isBot, kindSaid, typeSaid } from './said';
import { language } from '../../state/language.svelte';

language.words = en;

const drift = (what: string, more: Partial<Drift> = {}): Drift =>
  ({ what, event: 'order', property: 'price', events: 1, of: 4, planned: 'number', example: '"5,00"', ...more }) as Drift;

it('says every difference', () => {
  for (const what of ['missing_event', 'new_event', 'missing', 'other_type', 'new_property']) {
    expect(driftSaid(drift(what))).toContain('order');
    expect(driftSaid(drift(what))).not.toMatch(/[{}]|sources\./);
  }
  expect(driftSaid(drift('other_type'))).toContain('"5,00"');
});

it('names types and kinds', () => {
  expect(typeSaid('number?')).toBe('a number');
  expect(typeSaid('colour')).toBe('colour');
  expect(kindSaid('bot: headless: HeadlessChrome')).toBe('HeadlessChrome');
  expect(kindSaid('test: email')).not.toBe('email');
  expect([isBot('bot: X'), isBot('test: flag')]).toEqual([true, false]);
});

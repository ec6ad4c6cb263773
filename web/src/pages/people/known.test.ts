import { beforeAll, expect, it } from 'vitest';
import type { ComputedTrait, Profile } from '../../api/people';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { groups, idParts, money, nameOf, plain, since, valueOf, valueText, weekday } from './known';

const trait = (value: string | number | boolean, unit: ComputedTrait['unit'] = null, id = 'x', kind = 'value'): ComputedTrait => ({
  id,
  name: id,
  kind,
  value,
  unit,
});
const named = (traits: Record<string, string>): Profile =>
  ({ traits: Object.entries(traits).map(([name, value]) => ({ name, value })) }) as unknown as Profile;

beforeAll(() => {
  language.words = en;
});

it('calls her by the name that somebody said', () => {
  expect(nameOf(named({ name: 'Ann Bell', first_name: 'A' }))).toBe('Ann Bell');
  expect(nameOf(named({ firstName: 'Ann', last_name: 'Bell' }))).toBe('Ann Bell');
  expect(nameOf(named({ plan: 'free' }))).toBeNull();
});

it('says values in their unit', () => {
  const said = (value: string | number | boolean, unit: ComputedTrait['unit']) => valueText(trait(value, unit), 'EUR', 'UTC');
  expect(said(452.19, 'money')).toBe('€452.19');
  expect(said('20…50', 'money')).toBe('20…50 EUR');
  expect([said(25, 'days'), said(0, 'days')]).toEqual(['25 days', 'today']);
  expect([said(1200, 'times'), said(7, 'hour'), said(3, 'weekday')]).toEqual(['1,200', '07:00', 'Wednesday']);
  expect(said('2026-04-09T05:39:47Z', 'moment')).toBe('9 Apr 2026');
  expect([said(2.5, null), said(3, null), said('red', null), said(true, null)]).toEqual(['2.50', '3', 'red', 'yes']);
  expect([plain(false), weekday(1, 'pl'), money(5, 'CZK', 'cs').replace(/\s/, ' ')]).toEqual(['no', 'poniedziałek', '5,00 Kč']);
  expect(since('2026-04-09T05:39:47Z', 'UTC')).toContain('9 Apr 2026, 05:39');
});

it('puts traits in order, without what is said above', () => {
  const all = [trait(1, null, 'seen', 'activity'), trait(2, null, 'spent'), trait(3, null, 'mean-order')];
  expect(groups(all).map(({ kind, traits }) => [kind, traits.map(({ id }) => id)])).toEqual([
    ['value', ['mean-order']],
    ['activity', ['seen']],
  ]);
  expect([valueOf(all, 'spent'), valueOf(all, 'nothing')]).toEqual([2, null]);
});

it('tells an id from its kind', () => {
  expect(idParts('email:ann@shop.example')).toEqual({ kind: 'email', text: 'ann@shop.example' });
  expect(idParts('c000:1')).toEqual({ kind: 'c000', text: '1' });
  expect(idParts('ann')).toEqual({ kind: null, text: 'ann' });
});

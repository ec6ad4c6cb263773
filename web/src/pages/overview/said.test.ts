import { beforeAll, expect, it } from 'vitest';
import type { Kpi } from '../../api/kpis';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { base, fromField, money, range, signed, step, toField, told } from './said';

beforeAll(() => {
  language.code = 'en';
  language.words = en;
});

const number = { value: 0.42, low: 0.4, high: 0.44, n: 42, of: 100, too_few: false };
const kpi = { unit: 'share', journeys: false, now: number, moved: { value: -0.031, low: -0.05, high: -0.01, relative: -0.07, clear: true, better: false } } as unknown as Kpi;

it('writes each unit its own way', () => {
  expect(told(0.4231, 'share')).toBe('42.3%');
  expect(told(259200, 'seconds')).toBe('3 days');
  expect(told(1234.5, 'money', 'EUR')).toBe('€1,235');
  expect(money(88.5, 'PLN', 'pl')).toBe('88,50\u00a0zł');
  expect(told(0.053, 'change')).toBe('+5.3%');
  expect(signed(-0.053, 'cs')).toBe('\u22125,3\u00a0%');
  expect(told(-12.25, 'score')).toBe('\u221212.3');
  expect([told(1234, 'people'), told(null, 'share')]).toEqual(['1,234', '–']);
});

it('says how sure and how far it moved', () => {
  expect(range(number, 'share')).toBe('40.0…44.0');
  expect(range({ ...number, value: 5000, low: 4000, high: 6000 }, 'money')).toBe('4,000…6,000');
  expect(range({ ...number, low: null }, 'share')).toBe('');
  expect(step(kpi)).toBe('\u22123.1 pp');
  expect(step({ ...kpi, unit: 'people' })).toBe('\u22127.0%');
  expect(step({ ...kpi, moved: null })).toBe('');
  expect(base(kpi)).toBe('42 of 100 customers');
  expect(base({ ...kpi, now: { ...number, too_few: true } })).toBe('too few customers: 100');
});

it('reads back what it wrote into a field', () => {
  for (const [value, unit] of [[0.265, 'share'], [259200, 'seconds'], [80, 'money']] as const) expect(fromField(toField(value, unit), unit)).toBe(value);
  expect([fromField('26,5', 'share'), fromField('', 'share'), fromField('x', 'share'), toField(null, 'share')]).toEqual([0.265, null, null, '']);
});

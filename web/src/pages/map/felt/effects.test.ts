// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { language } from '../../../state/language.svelte';
import { amount, driverName, mean, outcomeName } from './effects';

beforeAll(() => language.choose('en'));

it('writes each effect in the unit of its outcome', () => {
  expect(amount(-0.147, { unit: 'share', currency: null })).toBe('−14.7');
  expect(amount(12.34, { unit: 'nps', currency: null })).toBe('+12.3');
  expect(amount(-0.618, { unit: 'points', currency: null })).toBe('−0.62');
  expect(amount(29.7, { unit: 'money', currency: 'EUR' })).toBe('+30');
});

it('writes the mean as people know it', () => {
  const view = { unit: 'share', mean: 0.807, currency: null } as never;
  expect(mean(view)).toBe('80.7%');
  expect(mean({ unit: 'money', mean: 57.6, currency: 'EUR' } as never)).toBe('58 EUR');
});

it('names outcomes and friction in words', () => {
  expect(outcomeName('return')).not.toBe('return');
  expect(outcomeName('score 0..10')).toBe('score 0..10');
  expect(driverName({ name: 'Card', friction: 'again' } as never)).toMatch(/^Card: /);
  expect(driverName({ name: 'Card', friction: null } as never)).toBe('Card');
});

import { expect, it } from 'vitest';
import { freshKey, idFor } from './ids';

it('makes ids out of names in any language', () => {
  const none = new Set<string>();
  expect(idFor('I pay by card!', none)).toBe('i-pay-by-card');
  expect(idFor('Płacę żółtą kartą', none)).toBe('place-zolta-karta');
  expect(idFor('Щедрый поиск', none)).toBe('schedryy-poisk');
  expect(idFor('add_to_cart', none)).toBe('add-to-cart');
  expect(idFor('…', none, 'stage')).toBe('stage');
  expect(idFor('a'.repeat(60), none)).toHaveLength(40);
});

it('never takes one twice', () => {
  expect(idFor('Pay', new Set(['pay', 'pay-2']))).toBe('pay-3');
  expect(new Set(Array.from({ length: 100 }, freshKey)).size).toBe(100);
});

import { expect, it } from 'vitest';
import type { Opportunity } from '../../api/tasks';
import { dots, fieldsOf, idOf, moved, valuesAt } from './matrix';

const one = (id: string, fields: Partial<Opportunity>): Opportunity =>
  ({ id, status: 'idea', value: null, effort: null, importance: null, satisfaction: null, ...fields }) as Opportunity;

it('places what has both numbers, and lists the rest', () => {
  const found = dots([one('a', { value: 0.5, effort: 2.5 }), one('b', { value: 1 }), one('c', { value: 1, effort: 1, status: 'dropped' })], 'effort');
  expect(found.placed.map(({ one: { id }, left, bottom }) => [id, left, bottom])).toEqual([['a', 0.5, 0.5]]);
  expect(found.unplaced.map(({ id }) => id)).toEqual(['b']);
  expect(dots([one('d', { importance: 9, satisfaction: 3 })], 'need').placed[0]).toMatchObject({ left: 0.3, bottom: 0.9 });
});

it('reads a place back, and keeps it in the square', () => {
  expect(valuesAt(0.5, 0.5, 'effort')).toEqual({ x: 2.5, y: 0.5 });
  expect(valuesAt(-1, 2, 'need')).toEqual({ x: 0, y: 10 });
  expect(fieldsOf({ x: 2, y: 0.4 }, 'effort')).toEqual({ effort: 2, customer_value: 0.4, business_value: 0.4 });
  expect(fieldsOf({ x: 2, y: 9 }, 'need')).toEqual({ satisfaction: 2, importance: 9 });
});

it('moves by keys', () => {
  expect(moved({ x: 2, y: 0.5 }, 'ArrowRight', 'effort')).toEqual({ x: 2.5, y: 0.5 });
  expect(moved({ x: 2, y: 1 }, 'ArrowUp', 'effort')).toEqual({ x: 2, y: 1 });
  expect(moved({ x: 2, y: 1 }, 'Enter', 'effort')).toBeNull();
});

it('makes an id that is free', () => {
  expect(idOf('Łatwiejszy zwrot: krok 2', [])).toBe('latwiejszy-zwrot-krok-2');
  expect(idOf('Easier', ['easier', 'easier-2'])).toBe('easier-3');
  expect(idOf('Возврат', [])).toBe('opportunity');
});

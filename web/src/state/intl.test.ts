import { expect, it } from 'vitest';
import { dates, numbers, plurals } from './intl';

it('makes a formatter once, and another one for other wishes', () => {
  expect(numbers('en')).toBe(numbers('en'));
  expect(numbers('en', { style: 'percent' })).not.toBe(numbers('en'));
  expect(numbers('en', { style: 'percent' }).format(0.5)).toBe('50%');
  expect(numbers('pl').format(0.5)).toBe('0,5');
  expect(dates('en', { timeZone: 'UTC', year: 'numeric' }).format(0)).toBe('1970');
  expect(plurals('pl').select(2)).toBe('few');
});

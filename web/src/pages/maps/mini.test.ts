import { expect, it } from 'vitest';
import { mini } from './mini';

it('is a river of even columns whose heights are people', () => {
  const { path, loss } = mini([100, 50, 25], 150, 20);
  expect(path).toBe('M0 2H150V7H95V12H45V22H0Z');
  expect(loss.startsWith('M45 12A13 13')).toBe(true);
});

it('has no fall when nobody leaves, and no river when nobody came', () => {
  expect(mini([10, 10], 100, 20).loss).toBe('');
  expect(mini([0, 0], 100, 20)).toEqual({ path: '', loss: '' });
  expect(mini([], 100, 20).path).toBe('');
});

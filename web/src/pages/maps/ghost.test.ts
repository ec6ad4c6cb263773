import { expect, it } from 'vitest';
import { ghost } from './ghost';

it('keeps its stops within its width, in order', () => {
  const { stops, width, pitch } = ghost(1000, 5);
  expect(pitch).toBe(200);
  expect([...stops].sort((a, b) => a - b)).toEqual(stops);
  expect(stops.at(-1)!).toBeLessThan(width);
});

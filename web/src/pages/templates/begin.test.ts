import { expect, test } from 'vitest';
import { base64, free, river } from './begin';

test('an id that no map has', () => {
  expect(free('retail', ['buy'])).toBe('retail');
  expect(free('retail', ['retail', 'retail-2'])).toBe('retail-3');
});

test('a river steps down once a stage', () => {
  expect(river(2)).toBe('M0 0H240V21.0H120.0V34.0H0.0Z');
  expect(river(5).match(/V/g)).toHaveLength(5);
});

test('bytes of any length', () => {
  const bytes = new Uint8Array(70_000).map((_, place) => place % 256);
  expect(atob(base64(bytes.buffer)).length).toBe(70_000);
});

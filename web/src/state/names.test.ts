import { expect, it } from 'vitest';
import { readable } from './names';

it('reads underscores as spaces and leaves the rest alone', () => {
  expect(readable('coupon_redeemed')).toBe('coupon redeemed');
  expect(readable('I pay')).toBe('I pay');
  expect(readable('...')).toBe('…');
  expect(readable('_')).toBe('_');
});

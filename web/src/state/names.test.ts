import { expect, it } from 'vitest';
import { channelName, readable } from './names';

it('reads underscores as spaces and leaves the rest alone', () => {
  expect(readable('coupon_redeemed')).toBe('coupon redeemed');
  expect(readable('I pay')).toBe('I pay');
  expect(readable('...')).toBe('…');
  expect(readable('_')).toBe('_');
});

it('keeps the name of a channel that we have no word for', () => expect(channelName('carrier_pigeon')).toBe('carrier pigeon'));

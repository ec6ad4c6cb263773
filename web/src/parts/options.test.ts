import { expect, it } from 'vitest';
import { narrowed } from './options';

const options = [
  { value: 'coupon_redeemed', label: 'coupon redeemed' },
  { value: 'lodz', label: 'Łódź' },
];

it.each([
  ['', 2],
  ['REDEEM', 1],
  ['coupon_r', 1],
  ['lodz', 1],
  ['Łó', 1],
  ['nothing', 0],
])('narrows by "%s"', (typed, found) => expect(narrowed(options, typed)).toHaveLength(found));

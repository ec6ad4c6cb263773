import { expect, it } from 'vitest';
import { isHereOnly } from './reach';

it.each([
  ['http://127.0.0.1:8000', true],
  ['http://localhost/w/shop', true],
  ['http://[::1]:8000', true],
  ['https://events.shop.example', false],
  ['http://192.168.1.20:9000', false],
  ['nothing', false],
])('tells of %s whether it is this machine only', (address, here) => expect(isHereOnly(address)).toBe(here));

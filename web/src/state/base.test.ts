import { expect, test } from 'vitest';
import { baseOf, inside, outside } from './base';

test('a workspace of several stands in the address', () => {
  expect([baseOf('/w/shop/maps/a'), baseOf('/w/shop'), baseOf('/maps'), baseOf('/w/')]).toEqual(['/w/shop', '/w/shop', '', '']);
});

test('addresses go in and out of a workspace, once', () => {
  expect(inside('/maps?x=1', '/w/shop')).toBe('/w/shop/maps?x=1');
  expect(inside('/w/shop/maps', '/w/shop')).toBe('/w/shop/maps');
  expect(outside('/w/shop/maps', '/w/shop')).toBe('/maps');
  expect(outside('/w/shop', '/w/shop')).toBe('/');
  expect(outside('/w/shop-two/maps', '/w/shop')).toBe('/w/shop-two/maps');
  expect([inside('/maps', ''), outside('/maps', '')]).toEqual(['/maps', '/maps']);
});

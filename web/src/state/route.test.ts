import { expect, it } from 'vitest';
import { customerHref, href, mapHref, routeOf } from './route';

it.each([
  ['/', { page: 'maps' }],
  ['/maps', { page: 'maps' }],
  ['/maps/use-an-offer', { page: 'map', id: 'use-an-offer' }],
  ['/paths', { page: 'paths' }],
  ['/data', { page: 'data' }],
  ['/data/set-aside', { page: 'set-aside' }],
  ['/data/sources', { page: 'sources' }],
  ['/data/bin', { page: 'bin' }],
  ['/data/shops', { page: 'shops' }],
  ['/data/reading', { page: 'reading' }],
  ['/data/recorded', { page: 'recorded' }],
  ['/data/identity', { page: 'identity' }],
  ['/data/privacy', { page: 'privacy' }],
  ['/data/none', { page: 'missing' }],
  ['/access', { page: 'access' }],
  ['/access/record', { page: 'record' }],
  ['/access/none', { page: 'missing' }],
  ['/welcome', { page: 'welcome' }],
  ['/help', { page: 'help' }],
  ['/maps/propose', { page: 'propose' }],
  ['/funnel', { page: 'funnel' }],
  ['/overview', { page: 'overview' }],
  ['/wall', { page: 'wall' }],
  ['/tasks', { page: 'tasks' }],
  ['/tasks/7', { page: 'missing' }],
  ['/alerts', { page: 'alerts' }],
  ['/groups', { page: 'groups' }],
  ['/personas', { page: 'personas' }],
  ['/hypotheses', { page: 'hypotheses' }],
  ['/report/loyal', { page: 'report', id: 'loyal' }],
  ['/report', { page: 'missing' }],
  ['/people/a%2Fb', { page: 'people', id: 'a/b' }],
  ['/people', { page: 'find' }],
  ['/maps/a/b', { page: 'missing' }],
  ['/nowhere', { page: 'missing' }],
  ['/people/50%', { page: 'people', id: '50%' }],
])('reads %s', (path, route) => expect(routeOf(path)).toEqual(route));

it('writes addresses without empty parts', () => {
  expect(href('/funnel', { window: '7d', segment: '', order: null })).toBe('/funnel?window=7d');
  expect(mapHref('use-an-offer')).toBe('/maps/use-an-offer');
  expect(customerHref('a/b', 'm')).toBe('/people/a%2Fb?map=m');
});

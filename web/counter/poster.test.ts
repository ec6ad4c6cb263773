import { expect, it } from 'vitest';
import { posterOf } from './poster';

it('reads the key and the place', () =>
  expect(posterOf('#key=abc&at=Krak%C3%B3w%20Rynek')).toEqual({ key: 'abc', place: 'Kraków Rynek' }));

it.each(['', '#', '#key=abc', '#at=Brno', '#key=&at=Brno', '#key=abc&at=%20'])('finds an address cut short: %s', (hash) =>
  expect(posterOf(hash)).toBeNull());

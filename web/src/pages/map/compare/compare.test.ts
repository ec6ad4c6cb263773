// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { address } from '../../../state/address.svelte';
import { sample } from '../fixture';
import { compare } from './compare.svelte';

const view = sample();

beforeEach(() => address.go('/maps/m', true));

const query = (): Record<string, string> => Object.fromEntries(address.query);

test('what is not said of the other side is as on the first', () => {
  address.go('/maps/m?vs=sides&segment=loyal&from=2025-01-01&with=*&with_to=2025-03-01');
  expect(compare.way).toBe('sides');
  expect(compare.other).toEqual({ segment: null, from: '2025-01-01', to: '2025-03-01' });
});

test('it begins with what is nearest to be asked', () => {
  address.go('/maps/m?segment=loyal');
  compare.turn('sides', view);
  expect(query()).toMatchObject({ vs: 'sides', with: '*' });
  address.go('/maps/m');
  compare.turn('sides', { ...view, segments: [] });
  expect(query().with).toBeUndefined();
  compare.close();
  expect(query()).toEqual({});
});

test('swapped twice, everything is as it was', () => {
  address.go('/maps/m?vs=sides&segment=loyal&with=new&with_from=2025-02-01&from=2025-01-01&to=2025-01-31&with_to=2025-02-28');
  const before = [address.who, compare.other];
  compare.swap(view);
  expect([address.who, compare.other]).toEqual(before.reverse());
  compare.swap(view);
  expect([address.who, compare.other]).toEqual(before.reverse());
});

test('an unknown way is none', () => {
  address.go('/maps/m?vs=nothing');
  expect(compare.way).toBeNull();
});

import { expect, it } from 'vitest';
import { listOf, textOf } from './lists';

it.each([[[]], [['a', 'b']], [['one, two', '50%', '%2C']]])('gives back %j', (names) =>
  expect(listOf(textOf(names))).toEqual(names),
);

it('reads nothing as an empty list', () => expect(listOf(null)).toEqual([]));

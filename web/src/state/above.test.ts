import { expect, it } from 'vitest';
import { above } from './above';

it('knows the way back from a detail to its life cycle', () => {
  const maps = [{ id: 'pay', parent: 'buy' }, { id: 'buy', parent: 'life' }, { id: 'life', parent: null }];
  expect(above(maps, 'pay').map(({ id }) => id)).toEqual(['life', 'buy', 'pay']);
  expect(above(maps, 'life').map(({ id }) => id)).toEqual(['life']);
  expect(above(maps, 'gone')).toEqual([]);
});

import { expect, it } from 'vitest';
import { apart, dropped, freshId, placeOf, stageStepped, stepped, type Stages } from './choices';

const stages = [
  { id: 'look', name: 'Look', touchpoints: [{ id: 'home' }, { id: 'search' }] },
  { id: 'buy', name: 'Buy', touchpoints: [{ id: 'pay' }] },
] as unknown as Stages;
const proposal = { stages, aside: [{ id: 'ping' }] } as never;

it('finds a stop', () => {
  expect(placeOf(stages, 'search')).toEqual({ stage: 0, at: 1 });
  expect(placeOf(stages, 'ping')).toBeNull();
});

it.each([
  ['search', -1, { to: 'look', at: 0 }],
  ['search', 1, { to: 'buy', at: 0 }],
  ['pay', -1, { to: 'look', at: 2 }],
  ['home', -1, null],
  ['pay', 1, null],
] as const)('moves %s by %i', (id, by, where) => {
  expect(stepped(stages, id, by)).toEqual(where && { do: 'move', id, ...where });
});

it('moves stages', () => {
  expect(stageStepped(stages, 'buy', -1)).toEqual({ do: 'move', id: 'buy', at: 0 });
  expect(stageStepped(stages, 'buy', 1)).toBeNull();
});

it('drops on a stop, on a stage, from the tray, and never on itself', () => {
  expect(dropped(stages, 'pay', { stage: 'look', stop: 'home' })).toEqual({ do: 'move', id: 'pay', to: 'look', at: 0 });
  expect(dropped(stages, 'home', { stage: 'look' })).toEqual({ do: 'move', id: 'home', to: 'look', at: 1 });
  expect(dropped(stages, 'ping', { stage: 'buy' })).toEqual({ do: 'keep', id: 'ping', to: 'buy', at: 1 });
  expect(dropped(stages, 'pay', { stage: 'buy', stop: 'pay' })).toBeNull();
});

it('gives a stop a stage of its own', () => {
  expect(freshId(proposal)).toBe('stage-1');
  expect(apart(proposal, 'search', 'New')).toEqual([
    { do: 'add_stage', id: 'stage-1', name: 'New', at: 1 },
    { do: 'move', id: 'search', to: 'stage-1', at: 0 },
  ]);
});

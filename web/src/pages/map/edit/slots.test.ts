import { expect, it } from 'vitest';
import { stageSlot, step, stopSlot } from './slots';

const COLS = [{ id: 'look', x: 0, w: 200 }, { id: 'pay', x: 200, w: 100 }, { id: 'use', x: 300, w: 100 }];
const STOPS = [{ id: 'a', stage: 'look', x: 50 }, { id: 'b', stage: 'look', x: 150 }, { id: 'c', stage: 'pay', x: 250 }];
const STAGES = [{ id: 'look', stops: ['a', 'b'] }, { id: 'pay', stops: ['c'] }, { id: 'use', stops: [] }];

it('drops a touchpoint between others, in any stage, also an empty one', () => {
  expect(stopSlot(COLS, STOPS, 10, ['c'])).toMatchObject({ stage: 'look', after: '', x: 25 });
  expect(stopSlot(COLS, STOPS, 100, ['c'])).toMatchObject({ stage: 'look', after: 'a' });
  expect(stopSlot(COLS, STOPS, 190, ['a'])).toMatchObject({ stage: 'look', after: 'b' });
  expect(stopSlot(COLS, STOPS, 350, ['a'])).toMatchObject({ stage: 'use', after: '', x: 350 });
  expect(stopSlot(COLS, STOPS, 999, ['a'])).toMatchObject({ stage: 'use' });
  expect(stopSlot([], [], 0, [])).toBeNull();
});

it('drops a stage between stages', () => {
  expect(stageSlot(COLS, 0, 'use')).toMatchObject({ after: '' });
  expect(stageSlot(COLS, 210, 'use')).toMatchObject({ after: 'look' });
  expect(stageSlot(COLS, 390, 'look')).toMatchObject({ after: 'use' });
});

it('moves by keyboard one place, over the border into the next stage, and not beyond the map', () => {
  expect(step(STAGES, 'a', 1)).toMatchObject({ stage: 'look', after: 'b' });
  expect(step(STAGES, 'b', -1)).toMatchObject({ stage: 'look', after: '' });
  expect(step(STAGES, 'b', 1)).toMatchObject({ stage: 'pay', after: '' });
  expect(step(STAGES, 'c', -1)).toMatchObject({ stage: 'look', after: 'b' });
  expect(step(STAGES, 'c', 1)).toMatchObject({ stage: 'use', after: '' });
  expect(step(STAGES, 'a', -1)).toBeNull();
  expect(step(STAGES, 'look', 1)).toMatchObject({ after: 'pay' });
  expect(step(STAGES, 'use', -1)).toMatchObject({ after: 'look' });
  expect(step(STAGES, 'use', 1)).toBeNull();
  expect(step(STAGES, 'gone', 1)).toBeNull();
});

// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import * as tools from './tools';

it('brings everything that edits in one go', () => {
  expect(Object.keys(tools).sort()).toEqual(['Bar', 'Drag', 'Guide', 'History', 'Inline', 'MapDesk', 'MapForm', 'PartForm', 'Talk']);
});

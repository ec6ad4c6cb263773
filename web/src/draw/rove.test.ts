import { describe, expect, it } from 'vitest';
import { rove } from './rove';

const stages = [
  { from: 0, to: 3 },
  { from: 3, to: 5 },
];
const stops = [0, 1, 2, 3, 4].map((i) => ({ from: i, to: i + 1 }));
const sheet = [stages, stops, stages];

describe('rove', () => {
  it('walks along a row and stops at its ends', () => {
    expect(rove(sheet, { row: 1, cell: 0 }, 'ArrowRight')).toEqual({ row: 1, cell: 1 });
    expect(rove(sheet, { row: 1, cell: 4 }, 'ArrowRight')).toEqual({ row: 1, cell: 4 });
    expect(rove(sheet, { row: 1, cell: 0 }, 'ArrowLeft')).toEqual({ row: 1, cell: 0 });
  });

  it('goes from a stop up to its stage and down to the cell of its stage', () => {
    expect(rove(sheet, { row: 1, cell: 4 }, 'ArrowUp')).toEqual({ row: 0, cell: 1 });
    expect(rove(sheet, { row: 1, cell: 1 }, 'ArrowDown')).toEqual({ row: 2, cell: 0 });
    expect(rove(sheet, { row: 0, cell: 1 }, 'ArrowDown')).toEqual({ row: 1, cell: 3 });
    expect(rove(sheet, { row: 0, cell: 1 }, 'ArrowUp')).toEqual({ row: 0, cell: 1 });
  });

  it('jumps to the ends', () => {
    expect(rove(sheet, { row: 1, cell: 2 }, 'Home')).toEqual({ row: 1, cell: 0 });
    expect(rove(sheet, { row: 1, cell: 2 }, 'End')).toEqual({ row: 1, cell: 4 });
    expect(rove(sheet, { row: 1, cell: 2 }, 'Home', true)).toEqual({ row: 0, cell: 0 });
    expect(rove(sheet, { row: 1, cell: 2 }, 'End', true)).toEqual({ row: 2, cell: 1 });
    expect(rove(sheet, { row: 1, cell: 2 }, 'ArrowRight', true)).toEqual({ row: 1, cell: 4 });
  });

  it('leaves other keys alone', () => {
    expect(rove(sheet, { row: 1, cell: 2 }, 'x')).toBeNull();
    expect(rove(sheet, { row: 9, cell: 2 }, 'Home')).toBeNull();
  });
});

import { describe, expect, it } from 'vitest';
import { arcs, tracks } from './returns';

describe('tracks', () => {
  it('puts the longer arc outside the shorter one it spans', () => {
    expect(
      tracks([
        { from: 11, to: 4 },
        { from: 7, to: 3 },
      ]),
    ).toEqual([1, 0]);
    expect(
      tracks([
        { from: 9, to: 1 },
        { from: 5, to: 3 },
        { from: 7, to: 2 },
      ]),
    ).toEqual([2, 0, 1]);
  });

  it('lets arcs that do not meet share a track', () => {
    expect(
      tracks([
        { from: 3, to: 1 },
        { from: 9, to: 6 },
      ]),
    ).toEqual([0, 0]);
  });
});

describe('arcs', () => {
  const xs = [10, 60, 110, 160];
  const tops = [50, 40, 50, 44];

  it('leaves from the label it starts at and ends above the one it returns to', () => {
    const [arc] = arcs([{ from: 3, to: 1 }], { xs, tops, y: 10, gap: 15 });
    expect(arc?.d.startsWith('M160.0 41.0V19')).toBe(true);
    expect(arc?.d.endsWith('V36.0')).toBe(true);
    expect(arc?.labelX).toBe(110);
  });

  it('keeps two arrows at one stop apart', () => {
    const [a, b] = arcs(
      [
        { from: 3, to: 1 },
        { from: 2, to: 1 },
      ],
      { xs, tops, y: 10, gap: 15 },
    );
    expect(a?.d.split('H')[1]).not.toEqual(b?.d.split('H')[1]);
    expect(a?.y).toBe(10);
    expect(b?.y).toBe(25);
  });
});

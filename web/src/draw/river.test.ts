import { describe, expect, it } from 'vitest';
import { pier, river, scaleBar } from './river';

const input = {
  xs: [50, 150, 250],
  x0: 0,
  x1: 300,
  y0: 100,
  k: 0.1,
  start: 1000,
  lost: [200, 0, 300],
  open: [0, 50, 0],
  done: [0, 0, 150],
  pitch: 100,
};

describe('river', () => {
  const r = river(input);

  it('loses exactly what falls and drifts away', () => {
    expect(r.left).toBe(1000 - 200 - 50 - 300 - 150);
    expect(r.at(10)).toBeCloseTo(100);
    expect(r.at(100)).toBeCloseTo(80);
    expect(r.at(200)).toBeCloseTo(75);
    expect(r.at(299)).toBeCloseTo(30);
  });

  it('keeps one scale: what falls plus what stays is what came', () => {
    const fallen = r.streams.reduce((sum, s) => sum + s.t, 0);
    const drifted = r.drifts.reduce((sum, s) => sum + s.h, 0);
    expect(fallen + drifted + r.left * input.k).toBeCloseTo(input.start * input.k);
  });

  it('starts each stream at the lower edge of the river', () => {
    const [first] = r.streams;
    expect(first?.top).toBeCloseTo(180);
    expect(first?.d.startsWith('M70 180A')).toBe(true);
    expect(first?.mouth).toBeGreaterThan(200);
  });

  it('never lets a falling stream run into the next stop', () => {
    const big = river({ ...input, start: 4000, lost: [3500, 0, 0], open: [], done: [] });
    const [s] = big.streams;
    expect(s?.t).toBeCloseTo(350);
    expect((s?.cx ?? 0) + (s?.w ?? 0) / 2).toBeLessThanOrEqual(150 + 20);
  });

  it('shows a single journey lost, however thin', () => {
    const thin = river({ ...input, lost: [1, 0, 0], open: [], done: [] });
    expect(thin.streams[0]?.t).toBe(1.5);
  });

  it('closes its outline without gaps', () => {
    expect(r.d.startsWith('M0 100H300')).toBe(true);
    expect(r.d.endsWith('V200H0Z')).toBe(true);
  });
});

describe('pier and scale', () => {
  it('is on the scale of the river but always visible', () => {
    expect(pier(500, 0.1)).toBeCloseTo(50);
    expect(pier(3, 0.1)).toBe(2.5);
  });

  it('finds a round number that fits', () => {
    expect(scaleBar(0.05)).toEqual({ n: 200, h: 10 });
    expect(scaleBar(0.02).n).toBe(1000);
    expect(scaleBar(0)).toEqual({ n: 0, h: 0 });
    expect(scaleBar(100).n).toBe(1);
  });
});

import { describe, expect, it } from 'vitest';
import { bullet } from './bullet';

describe('bullet', () => {
  it('keeps the order of the values and stays on the line', () => {
    const b = bullet({ value: 0.138, low: 0.128, high: 0.149, target: 0.2, previous: 0.15 }, 148);
    const xs = [b.low, b.value, b.high, b.previous, b.target].map(Number);
    expect([...xs].sort((p, q) => p - q)).toEqual(xs);
    expect(Math.min(...xs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThanOrEqual(148);
  });

  it('has no mark for what is not known', () => {
    const b = bullet({ value: 0.5, low: null, high: null, target: null, previous: null }, 100);
    expect(b).toEqual({ value: 50, low: null, high: null, target: null, previous: null });
  });
});

import { describe, expect, it } from 'vitest';
import { rows } from './phone';

describe('rows', () => {
  it('stands stops under their stage, evenly', () => {
    const { stages, stops, height, pitch } = rows([2, 1], false);
    expect(stages).toHaveLength(2);
    expect(stops).toHaveLength(3);
    expect((stops[1] ?? 0) - (stops[0] ?? 0)).toBe(pitch);
    expect(stages[1]).toBeGreaterThan(stops[1] ?? 0);
    expect(height).toBeGreaterThan(stops[2] ?? 0);
  });

  it('makes room for a lane', () => {
    expect(rows([2, 1], true).height).toBeGreaterThan(rows([2, 1], false).height);
  });
});

import { describe, expect, it } from 'vitest';
import { dial, persona, slice } from './glyphs';

describe('glyphs', () => {
  it('fills the dial from idea to shipped', () => {
    const parts = ['idea', 'planned', 'testing', 'shipped'].map(dial);
    expect([...parts].sort((a, b) => a - b)).toEqual(parts);
    expect(new Set(parts).size).toBe(4);
    expect(dial(null)).toBe(0);
  });

  it('draws the slice clockwise from the top', () => {
    expect(slice(0, 5)).toBe('');
    expect(slice(0.25, 5)).toBe('M0 0V-5A5 5 0 0 1 5.00 -0.00Z');
    expect(slice(1, 5)).toContain('A5 5 0 1 1');
  });

  it('keeps the face of a persona', () => {
    expect(persona('anna')).toEqual(persona('anna'));
    expect(new Set(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => JSON.stringify(persona(id)))).size).toBeGreaterThan(2);
  });
});

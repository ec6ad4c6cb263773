import { describe, expect, it } from 'vitest';
import { measurer } from './measure';

describe('measurer', () => {
  it('finds longer texts wider', () => {
    const measure = measurer(13, 0);
    expect(measure('a longer text')).toBeGreaterThanOrEqual(measure('a'));
  });
});

import { describe, expect, it } from 'vitest';
import { lineOf } from './line';

describe('the line of a trend', () => {
  it('begins at zero and ends at the highest', () => expect(lineOf([0, 5, 10], 104, 24)).toBe('2,22 52,12 102,2'));
  it('lies at the bottom where nobody is', () => expect(lineOf([0, 0], 104, 24)).toBe('2,22 102,22'));
  it('is one point for one size', () => expect(lineOf([3], 104, 24)).toBe('2,2'));
});

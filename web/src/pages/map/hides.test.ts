import { expect, it } from 'vitest';
import { between } from './hides';
import type { Mark, Num } from '../../api/types';

const share = (value: number): Num => ({ value, unit: 'share', n: value * 100, of: 100, low: null, high: null, evidence: 'measured', too_few: false, behind: null });
const side = (inside: number, outside: number): Mark['sides'][number] => ({ segment: 's', name: 'S', inside: share(inside), outside: share(outside), difference: share(inside - outside), chance: 0.001 });

it('names the lower share first, whichever side it is', () => {
  expect(between(side(0.34, 0.83))).toEqual(between(side(0.83, 0.34)));
  expect(between(side(0.83, 0.34))[0]).toContain('34');
});

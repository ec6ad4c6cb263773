// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import type { Drift } from '../../../api/changed';
import { day } from '../../../draw/timebar';
import { language } from '../../../state/language.svelte';
import { num } from '../fixture';
import { gap, marks, sentence, since, sure } from './told';

beforeAll(() => language.choose('en'));

const at = (on: string): Drift => ({
  kind: 'conversion',
  stage: 'pay',
  touchpoint: null,
  name: 'I pay',
  day: on,
  within_seconds: 60,
  before: num(0.74, 'share', { of: 500 }),
  after: num(0.52, 'share', { of: 400, low: 0.47, high: 0.57 }),
  difference: num(-0.22, 'share', { low: -0.28, high: -0.16 }),
  chance: 0.0001,
});

test('changes that cannot be told apart are one mark', () => {
  const span = { from: day('2026-01-01'), to: day('2026-04-11') };
  const found = marks([at('2026-03-01'), at('2026-01-21'), at('2026-01-11')], span, 200);
  expect(found.map((mark) => [mark.x, mark.changes.length])).toEqual([[20, 2], [118, 1]]);
});

test('a change says since when, what and how much', () => {
  expect(since(at('2026-03-01'))).toContain('2026');
  expect(sentence(at('2026-03-01'))).toContain('before 74');
  expect(gap(at('2026-03-01'))).toContain('…');
  expect(sure(at('2026-03-01'))).toContain('400');
});

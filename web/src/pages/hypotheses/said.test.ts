import { beforeAll, expect, it } from 'vitest';
import type { Seen } from '../../api/hypotheses';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { gap } from './said';

beforeAll(() => {
  language.code = 'en';
  language.words = en;
});

const seen = (value: number | null, low: number | null, high: number | null): Seen =>
  ({ date_from: '2026-02-01', date_to: '2026-02-28', here: null, there: null, gap: value, low, high, verdict: 'unclear' });

it('tells shares in points and other numbers with their sign', () => {
  expect(gap(seen(0.123, 0.041, 0.202), 'share', null)).toContain('12.3');
  expect(gap(seen(-5.5, -9, 2), 'money', 'EUR')).toMatch(/−€5\.50.*−€9\.00.*\+€2\.00/);
  expect(gap(seen(null, null, null), 'share', null)).toBe('');
});

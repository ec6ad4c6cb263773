// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { remember, remembered } from './prefs';

it('keeps and forgets', () => {
  remember('theme', 'dark');
  expect(remembered('theme')).toBe('dark');
  remember('theme', null);
  expect(remembered('theme')).toBeNull();
});

import { expect, it } from 'vitest';
import { preferred } from './languages';

it('prefers what was chosen, then what the browser asks for, then English', () => {
  expect(preferred('cs', ['pl-PL'])).toBe('cs');
  expect(preferred('xx', ['de', 'pl-PL', 'en'])).toBe('pl');
  expect(preferred(null, ['de'])).toBe('en');
});

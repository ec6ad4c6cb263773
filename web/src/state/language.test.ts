// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { t } from '../words';
import { language, preferred } from './language.svelte';

it('prefers what was chosen, then what the browser asks for, then English', () => {
  expect(preferred('cs', ['pl-PL'])).toBe('cs');
  expect(preferred('xx', ['de', 'pl-PL', 'en'])).toBe('pl');
  expect(preferred(null, ['de'])).toBe('en');
});

it('changes all words at once and stays', async () => {
  await language.choose('pl', true);
  expect(t('funnel.title')).toBe('Lejek');
  expect(document.documentElement.lang).toBe('pl');
  expect(localStorage.getItem('cesta.language')).toBe('pl');
});

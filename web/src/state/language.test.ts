// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { t } from '../words';
import { language } from './language.svelte';

it('changes all words at once and stays', async () => {
  await language.choose('pl', true);
  expect(t('funnel.title')).toBe('Lejek');
  expect(document.documentElement.lang).toBe('pl');
  expect(localStorage.getItem('cesta.language')).toBe('pl');
});

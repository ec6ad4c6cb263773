import { expect, it } from 'vitest';
import { begin } from './begin';

it('begins a map with one stage and an id of its own', () => {
  const { id, text } = begin(' I buy "shoes": fast ', 'Where it begins', ['other']);
  expect(id).toBe('i-buy-shoes-fast');
  expect(text).toContain('title: "I buy \\"shoes\\": fast"');
  expect(text).toContain('    name: "Where it begins"');
  expect(begin('Propose', 'x', ['propose-2']).id).toBe('propose-3');
});

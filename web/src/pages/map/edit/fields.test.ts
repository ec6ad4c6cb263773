import { expect, it } from 'vitest';
import { asShare, fieldsOf, filled, GROUPS, lines, listed } from './fields';

it('offers each part its own fields', () => {
  const names = (stop: boolean): string[] => GROUPS.flatMap((group) => fieldsOf(group, stop)).map(({ name }) => name);
  expect(names(true)).toContain('channel');
  expect(names(true)).not.toContain('measures');
  expect(names(false)).not.toContain('channel');
  expect(names(false)).toContain('measures');
});

it('writes lists as lines and keeps other languages of what stays', () => {
  const needs = ['speed', { en: 'trust', pl: 'zaufanie' }];
  expect(lines(needs, 'pl')).toBe('speed\nzaufanie');
  expect(listed('zaufanie\n \nnew ', needs, 'pl')).toEqual([needs[1], 'new']);
  expect(listed(' ', needs, 'pl')).toBeNull();
  expect(lines(undefined, 'en')).toBe('');
});

it('counts what is filled in', () => {
  const empty = filled({}, true);
  expect(empty.done).toBe(0);
  expect(filled({ name: 'Card', emotion: { assumed: -1 }, match: { event: 'card' } }, true)).toEqual({ done: 3, of: empty.of });
  expect(filled({ name: 'Pay' }, false).done).toBe(1);
});

it('reads percentages', () => {
  expect([asShare('35'), asShare('7,5 %'), asShare(''), asShare('x'), asShare('120')]).toEqual([0.35, 0.075, null, null, null]);
});

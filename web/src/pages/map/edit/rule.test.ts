import { expect, it } from 'vitest';
import type { Json } from '../../../api/edits';
import { partsOf, ruleOf } from './rule';

it('shows a rule and makes the same one again', () => {
  const rules: Json[] = [{ event: 'visit' }, { event: 'view', where: "path like '/a%'" }, { where: 'price > 3' }, { any: [{ event: 'a' }, { event: 'b', where: 'x = 1' }] }];
  for (const rule of rules) expect(ruleOf(partsOf(rule) ?? [])).toEqual(rule);
  expect(partsOf({ any: ['a', 'b'] })).toEqual([{ event: 'a', where: '' }, { event: 'b', where: '' }]);
  expect([partsOf(undefined), ruleOf([]), ruleOf([{ event: '', where: ' ' }])]).toEqual([[], null, null]);
});

it('leaves alone what it cannot show', () => {
  expect(partsOf({ event: 'a', where: { browser: 'Safari' } })).toBeNull();
  expect(partsOf({ event: 'a', any: [{ event: 'b' }] })).toBeNull();
  expect(partsOf('a')).toBeNull();
});

import { beforeAll, describe, expect, it } from 'vitest';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { sentence } from './sentence';

beforeAll(() => {
  language.code = 'en';
  language.words = en;
});

describe('a rule in words', () => {
  it.each([
    [{ did: 'add_to_cart', at_least: 3, in_last: '30d' }, 'did add to cart at least 3 times in the last 30 days'],
    [{ not: { did: { event: 'visit', where: 'price > 3' } } }, 'not: did visit (price > 3)'],
    [{ sequence: [{ did: 'compare', times: 3 }, 'leave', { not: 'call', within: '1d' }] }, 'compare 3 times, then leave, then no call within 1 day'],
    [{ sum: 'price', of: 'order', at_least: 100 }, 'sum of price in order ≥ 100'],
    [{ share: { did: { where: 'a = 1' }, of: 'visit', at_least: 0.5 } }, 'at least 50% of visit are anything (a = 1)'],
    [{ all: [{ segment: 'x' }, { any: [{ trait: 'a = 1' }, { latest: 'visit', ago: '2h' }] }] }, 'in the segment “x” and (known of them: a = 1 or latest visit more than 2 hours ago)'],
    [{ customers: ['a', 'b'] }, '2 customers by name'],
    [{ did: { any: ['a', 'b'] }, from: '2024-01-01', to: '2024-02-01' }, 'did a or b from 2024-01-01 until 2024-02-01'],
  ])('%j', (rule, said) => expect(sentence(rule).toLowerCase()).toBe(said));
});

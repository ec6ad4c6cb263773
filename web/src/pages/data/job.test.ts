// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import type { Job } from '../../api/types';
import { language } from '../../state/language.svelte';
import { doing, isOver, shareOf } from './job';

const job = (changes: Partial<Job>): Job => ({
  job: 'a',
  state: 'working',
  what: '',
  done: 0,
  total: 0,
  result: null,
  error: null,
  ...changes,
});

beforeAll(() => language.choose('en'));

it.each([
  ['waiting', '', 'Waiting for another load to end'],
  ['working', '', 'Starting'],
  ['working', 'writing', 'Writing'],
  ['working', 'reading big_file.csv', 'Reading “big_file.csv”'],
  ['working', 'product_view', 'Reading “product view”'],
] as const)('says of %s "%s": %s', (state, what, said) => expect(doing(job({ state, what }))).toBe(said));

it('knows how much is done, also when nobody knows how much there is', () => {
  expect(shareOf(job({}))).toBe(0);
  expect(shareOf(job({ done: 3, total: 4 }))).toBe(0.75);
  expect(shareOf(job({ done: 9, total: 4 }))).toBe(1);
});

it('knows when it is over', () =>
  expect((['waiting', 'working', 'done', 'failed', 'stopped'] as const).filter((state) => isOver(job({ state })))).toEqual([
    'done',
    'failed',
    'stopped',
  ]));

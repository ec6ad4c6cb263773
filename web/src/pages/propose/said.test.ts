// @vitest-environment happy-dom
import { beforeAll, expect, it } from 'vitest';
import { language } from '../../state/language.svelte';
import { ends, moments, seconds } from './said';

beforeAll(() => language.start());

const number = (n: number, of: number | null, unit = 'journeys', value: number = n): unknown => ({ n, of, unit, value });
const view = { stages: [{ id: 'look', name: 'I look', touchpoints: [{ id: 'home', name: 'Home' }] }, { id: 'buy', name: 'I buy', touchpoints: [] }] };
const proposal = {
  view,
  goal: 'Purchase',
  silence: '30d',
  after: null,
  finals: [],
  moments: [
    { kind: 'loss', stage: 'look', touchpoint: 'home', other: null, number: number(25, 100, 'share', 0.25), also: null, without: null },
    { kind: 'wait', stage: 'buy', touchpoint: null, other: null, number: number(40, 40, 'seconds', 3600), also: null, without: null },
    { kind: 'loop', stage: 'buy', touchpoint: null, other: 'look', number: number(30, 60), also: null, without: null },
    { kind: 'trouble', stage: 'look', touchpoint: 'home', other: null, number: number(10, 100), also: number(2, 10, 'share', 0.2), without: number(45, 90, 'share', 0.5) },
  ],
};

it('says each moment with its number and its place', () => {
  const [loss, wait, loop, trouble] = moments(proposal as never);
  expect(loss).toMatchObject({ head: '25% leave at “I look”', at: 'home' });
  expect(wait?.head).toContain('“I buy” takes 1');
  expect(loop).toMatchObject({ head: '50% go back to “I look”', at: 'buy' });
  expect(trouble?.body).toContain('20%');
  expect(trouble?.body).toContain('50%');
});

it('compares with no goal only where there is one', () => {
  const [, , , trouble] = moments({ ...proposal, goal: null } as never);
  expect(trouble?.body).toBe('10 of 100 journeys.');
});

it('says when journeys end', () => {
  expect(seconds('2h')).toBe(7200);
  expect(ends(proposal as never)).toBe('A journey ends after 30 days of silence');
  expect(ends({ silence: null, after: '60d', finals: [] } as never)).toBe('A journey ends 60 days after it began');
  expect(ends({ silence: '14d', after: '60d', finals: ['I cancel'] } as never)).toMatch(/, or 60 days .*, or at once with “I cancel”/);
});

// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import type { FoundBarrier } from '../../../api/truth';
import { language } from '../../../state/language.svelte';
import { about, line, told, where } from './told';

beforeAll(() => language.choose('en'));

const one = { kind: 'error', event: 'payment_details', touchpoint_name: null, what: 'device', value: 'phone', share: { value: 0.4 }, peers: { value: 0.05 }, seconds: null } as unknown as FoundBarrier;

test('a barrier says where, for whom, and how much against how much', () => {
  expect(where(one)).toBe('payment details');
  expect(about(one)).toBe('device: phone');
  expect(told(one)).toContain('40');
  expect(line(one)).toContain('device: phone – ');
});

test('a wait is of everybody who goes that way', () => {
  const wait = { ...one, kind: 'wait', what: 'between', value: 'delivery_choice', seconds: 7200 } as FoundBarrier;
  expect(about(wait)).toBe('');
  expect(told(wait)).toContain('delivery choice');
});

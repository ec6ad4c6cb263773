// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { address } from './address.svelte';

beforeEach(() => address.go('/funnel?window=7d'));

it('keeps the rest of the query when one part changes', () => {
  address.set({ segment: 'loyal' });
  expect(location.search).toBe('?window=7d&segment=loyal');
  address.set({ window: null });
  expect(address.search).toBe('?segment=loyal');
  expect(address.get('segment')).toBe('loyal');
});

it('follows plain clicks on our own links without a reload', () => {
  address.start();
  document.body.innerHTML = '<a href="/maps/m"><b>go</b></a>';
  document.querySelector('b')!.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  expect(address.route).toEqual({ page: 'map', id: 'm' });
});

// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { live, wait } from './live.svelte';

class Source extends EventTarget {
  static CLOSED = 2;
  static last: Source;
  readyState = 1;
  close = vi.fn();
  constructor(readonly url: string) {
    super();
    Source.last = this;
  }
}

afterEach(() => vi.useRealTimers());

it('waits longer after each failure, half a minute at most', () =>
  expect([0, 1, 2, 3, 9].map(wait)).toEqual([1, 2, 4, 8, 30]));

it('hears what changed, and comes back after the line was cut', () => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Source);
  live.start();
  const first = Source.last;
  first.dispatchEvent(new Event('open'));
  first.dispatchEvent(new MessageEvent('changed', { data: '{"generation": "g7"}' }));
  expect([live.connection, live.generation]).toEqual(['live', 'g7']);
  first.dispatchEvent(new MessageEvent('changed', { data: '{"gener' }));
  expect(live.generation).toBe('g7');
  first.readyState = 2;
  first.dispatchEvent(new Event('error'));
  expect(live.connection).toBe('lost');
  vi.advanceTimersByTime(1000);
  expect(Source.last).not.toBe(first);
  expect(Source.last.url).toBe('/api/live');
});

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
  const tell = (data: string): boolean => first.dispatchEvent(new MessageEvent('changed', { data }));
  tell('{"generation": "g7"}');
  expect([live.connection, live.news]).toEqual(['live', 0]);
  live.saw('g7');
  expect(live.news).toBe(0);
  tell('{"generation": "g8"}');
  expect(live.news).toBe(1);
  live.saw('g8');
  tell('{"gener');
  tell('{"generation": "g8"}');
  expect(live.news).toBe(1);
  first.readyState = 2;
  first.dispatchEvent(new Event('error'));
  expect(live.connection).toBe('lost');
  vi.advanceTimersByTime(1000);
  expect(Source.last).not.toBe(first);
  expect(Source.last.url).toBe('/api/live');
  Source.last.dispatchEvent(new Event('open'));
  expect([live.connection, live.news]).toEqual(['live', 2]);
});

it('asks again when an answer was older than what the server had told', () => {
  vi.stubGlobal('EventSource', Source);
  live.start();
  const before = live.news;
  Source.last.dispatchEvent(new MessageEvent('changed', { data: '{"generation": "g9"}' }));
  const told = live.news;
  live.saw('g8');
  expect([told, live.news]).toEqual([before + 1, before + 2]);
  live.saw('g9');
  expect(live.news).toBe(before + 2);
});

// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { SURVEY } from './fixture';
import { isHere, lot, onExit, onStuck, ready } from './when';

afterEach(() => vi.useRealTimers());

it.each([
  [[], '/x', true],
  [['/buy/*'], '/buy/1', true],
  [['/buy/*'], '/rebuy/1', false],
  [['/a.b'], '/axb', false],
  [['/a', '*done'], '/order/done', true],
])('knows its pages: %j %s', (paths, path, here) => expect(isHere(paths, path)).toBe(here));

it('draws the same lot for the same visitor, evenly', () => {
  const lots = Array.from({ length: 2000 }, (_, n) => lot(`visitor-${n}`, 'after'));
  expect(lot('visitor-1', 'after')).toBe(lots[1]);
  for (const edge of [0.1, 0.5, 0.9]) expect(Math.abs(lots.filter((one) => one < edge).length / 2000 - edge)).toBeLessThan(0.04);
});

it('waits for what must happen first', () => {
  const after = { ...SURVEY, page: { ...SURVEY.page, after: 'purchase' } };
  expect(ready([after], '/', new Set(), 'v')).toEqual([]);
  expect(ready([after], '/', new Set(['purchase']), 'v')).toEqual([after]);
  expect(ready([{ ...SURVEY, page: { ...SURVEY.page, share: 0 } }], '/', new Set(), 'v')).toEqual([]);
});

it('sees who leaves, and who is stuck', () => {
  vi.useFakeTimers();
  const [left, stuck, clicked] = [vi.fn(), vi.fn(), vi.fn()];
  onExit(window, left);
  document.body.dispatchEvent(new MouseEvent('mouseout', { clientY: 40, bubbles: true }));
  expect(left).not.toHaveBeenCalled();
  document.body.dispatchEvent(new MouseEvent('mouseout', { clientY: 0, bubbles: true }));
  expect(left).toHaveBeenCalledOnce();
  onStuck(window, 30, stuck);
  vi.advanceTimersByTime(20_000);
  window.dispatchEvent(new Event('keydown'));
  vi.advanceTimersByTime(29_000);
  expect(stuck).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1000);
  expect(stuck).toHaveBeenCalledOnce();
  onStuck(window, 600, clicked);
  for (const x of [5, 300, 6, 7]) document.body.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: 5, bubbles: true }));
  expect(clicked).toHaveBeenCalledOnce();
});

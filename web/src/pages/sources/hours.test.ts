import { expect, it } from 'vitest';
import { age, bars, barWidth, HEIGHT, keptOut, sum, WIDTH } from './hours';

it('draws the fullest hour whole, an empty one not at all, and little as little', () => {
  const drawn = bars([0, 1, 1000]);
  expect(drawn.map(({ height }) => height)).toEqual([0, 2, HEIGHT]);
  expect(drawn.map(({ y }) => y)).toEqual([HEIGHT, HEIGHT - 2, 0]);
  expect(drawn[2]!.x + barWidth([0, 1, 1000])).toBeLessThanOrEqual(WIDTH);
});

it('draws nothing of nothing', () => {
  expect(bars([])).toEqual([]);
  expect(bars([0, 0]).map(({ height }) => height)).toEqual([0, 0]);
  expect(sum([])).toBe(0);
});

it('says how old the newest is', () => {
  expect(age('2026-01-10T10:00:00Z', Date.parse('2026-01-10T10:01:00Z'))).toBe(60);
  expect(age(null, 0)).toBeNull();
});

it('adds up what was kept out of all sources', () => {
  const one = { kept_out: [{ kind: 'bot: X', events: 1 }, { kind: 'test: email', events: 2 }] };
  expect(keptOut([one, one, { kept_out: [] }])).toEqual([{ kind: 'test: email', events: 4 }, { kind: 'bot: X', events: 2 }]);
});

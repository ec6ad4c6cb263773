import { beforeEach, expect, it } from 'vitest';
import { dayOf, HOLD, Taps, type Tap } from './taps';

const NOON = new Date(2026, 10, 23, 12, 0, 0);
const later = (milliseconds: number): Date => new Date(NOON.getTime() + milliseconds);
const memory = new Map<string, string>();
const shelf = {
  get: (name: string) => memory.get(name),
  set: (name: string, text: string | undefined) => void (text === undefined ? memory.delete(name) : memory.set(name, text)),
};
let handed: Tap[];
const hand = (tap: Tap): void => void handed.push(tap);
beforeEach(() => {
  memory.clear();
  handed = [];
});

it('counts each tap and hands it out once, after a while', () => {
  const taps = new Taps(shelf, NOON);
  taps.tap('asked', NOON);
  taps.tap('bought', later(10));
  expect(taps.counts).toEqual({ asked: 1, bought: 1 });
  taps.release(later(HOLD - 1), hand);
  expect(handed).toEqual([]);
  taps.release(later(HOLD), hand);
  taps.release(later(HOLD), hand);
  expect(handed.map(({ did }) => did)).toEqual(['asked']);
  expect(taps.waiting).toBe(1);
});

it('undoes the last ones while they wait, and nothing more', () => {
  const taps = new Taps(shelf, NOON);
  taps.tap('asked', NOON);
  taps.tap('bought', later(HOLD));
  taps.release(later(HOLD), hand);
  taps.undo();
  taps.undo();
  taps.release(later(9 * HOLD), hand);
  expect(handed.map(({ did }) => did)).toEqual(['asked']);
  expect([taps.counts, taps.last]).toEqual([{ asked: 1, bought: 0 }, undefined]);
});

it('goes on after the page was closed, with the same ids', () => {
  new Taps(shelf, NOON).tap('asked', NOON);
  const id = new Taps(shelf, NOON).last?.id;
  const taps = new Taps(shelf, later(5));
  expect(taps.counts).toEqual({ asked: 1 });
  taps.release(later(5), hand, true);
  expect(handed.map((tap) => tap.id)).toEqual([id]);
  expect(new Taps(shelf, later(5)).waiting).toBe(0);
});

it('begins each day at nothing and loses no tap of the day before', () => {
  const taps = new Taps(shelf, NOON);
  taps.tap('asked', NOON);
  const tomorrow = later(24 * 3600 * 1000);
  taps.tap('bought', tomorrow);
  expect(taps.counts).toEqual({ bought: 1 });
  taps.undo();
  taps.undo();
  expect(taps.counts).toEqual({ bought: 0 });
});

it('holds nothing for ever when the clock is set back', () => {
  const taps = new Taps(shelf, later(HOLD * 100));
  taps.tap('asked', later(HOLD * 100));
  taps.release(NOON, hand);
  expect(handed.length).toBe(1);
});

it('begins anew where what was kept cannot be read', () => {
  for (const text of ['', '5', 'null', '{"day": 1}']) {
    memory.set('taps', text);
    expect(new Taps(shelf, NOON).counts).toEqual({});
  }
});

it('tells days by the clock of the device', () => expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05'));

// Where a customer's moments stand: channels as rows, time to the right with waits shortened, stages above. No DOM.
import type { TimelineEvent } from '../../api/types';

/** Several events of one touchpoint, one after the other on the same day, are one moment. */
export interface Moment {
  events: TimelineEvent[];
  name: string;
  channel: string;
  stage: string | null;
  time: string;
  last: string;
  assumed: boolean;
  /** From -2 to +2, as she said last in this moment; null where she said nothing. */
  mood: number | null;
  /** Seconds since the moment before; 0 for the first. */
  wait: number;
}

export interface Placed extends Moment {
  x: number;
  row: number;
  /** A wait worth naming stands halfway to the moment before. */
  waitX: number | null;
  /** The day is written when it is not the day of the moment before. */
  newDay: boolean;
}

export interface Run {
  stage: string;
  x0: number;
  x1: number;
}

export interface Drawing {
  channels: string[];
  moments: Placed[];
  runs: Run[];
  width: number;
  /** Where "now" stands, behind the last moment. */
  nowX: number;
}

/** What she said in her own words, and when. */
export interface Quote {
  text: string;
  time: string;
  channel: string;
}

const WORDS = ['text', 'message', 'comment', 'note'];

/** Her own words in these events, as they came. */
export function quotes(events: readonly TimelineEvent[]): Quote[] {
  return events.flatMap(({ properties, time, channel }) => {
    const text = WORDS.map((name) => properties[name]).find((value) => typeof value === 'string' && value.trim());
    return typeof text === 'string' ? [{ text, time, channel: channel ?? '' }] : [];
  });
}

/** Neighbouring moments that both have a mood: between others there is a gap. */
export function moodLines(placed: readonly Placed[]): [Placed, Placed][] {
  return placed.flatMap((here, k): [Placed, Placed][] => {
    const before = placed[k - 1];
    return before && before.mood !== null && here.mood !== null ? [[before, here]] : [];
  });
}

/** A wait of at least this many seconds is named, and given a little more room. */
const LONG = 6 * 3600;

/** Room for half a name at both ends, and behind the last for "now". */
const SIDE = 64;
const NOW = 34;

export function moments(events: readonly TimelineEvent[]): Moment[] {
  const out: Moment[] = [];
  for (const event of events) {
    const before = out.at(-1);
    const name = event.touchpoint ?? event.event;
    const channel = event.channel ?? '';
    const same = before && before.name === name && before.channel === channel && before.stage === event.stage;
    if (same && sameDay(before.last, event.time)) {
      before.events.push(event);
      before.last = event.time;
      before.assumed &&= event.assumed;
      before.mood = event.mood ?? before.mood;
      continue;
    }
    const wait = before ? Math.max(0, (Date.parse(event.time) - Date.parse(before.last)) / 1000) : 0;
    const { stage, time, assumed, mood } = event;
    out.push({ events: [event], name, channel, stage, time, last: time, assumed, mood, wait });
  }
  return out;
}

const sameDay = (a: string, b: string): boolean => a.slice(0, 10) === b.slice(0, 10);

/** So many moments fit on a screen. */
const MOST = 10;

/** The newest moments; the first of them waited for none. */
export function latest(list: readonly Moment[], most = MOST): Moment[] {
  return list.slice(-most).map((moment, k) => (k ? moment : { ...moment, wait: 0 }));
}

/** Long waits get 1.38 of the usual room, whatever their length: the gap says in words how long it was. */
export function draw(list: readonly Moment[], width: number, least = 102): Drawing {
  const channels = [...new Set(list.map(({ channel }) => channel))];
  const places: number[] = [];
  list.forEach(({ wait }, k) => places.push(k ? (places[k - 1] ?? 0) + (wait >= LONG ? 1.38 : 1) : 0));
  const total = places.at(-1) ?? 0;
  const side = SIDE;
  const pitch = total ? Math.min(150, Math.max(least, (width - 2 * side - NOW) / total)) : 0;
  const placed = list.map((moment, k): Placed => {
    const x = side + (places[k] ?? 0) * pitch;
    const before = list[k - 1];
    const long = moment.wait >= LONG && k > 0;
    const waitX = long ? x - (((places[k] ?? 0) - (places[k - 1] ?? 0)) * pitch) / 2 : null;
    const row = channels.indexOf(moment.channel);
    return { ...moment, x, row, waitX, newDay: !before || !sameDay(before.time, moment.time) };
  });
  const whole = Math.max(width, side * 2 + total * pitch + NOW);
  const nowX = Math.min(whole - 18, side + total * pitch + Math.max(SIDE, 0.42 * pitch) + 14);
  return { channels, moments: placed, runs: runs(placed, pitch), width: whole, nowX };
}

/** Neighbouring moments of one stage lie under one heading. */
function runs(placed: readonly Placed[], pitch: number): Run[] {
  const out: Run[] = [];
  placed.forEach((moment, k) => {
    const before = out.at(-1);
    const half = pitch ? pitch * 0.42 : 40;
    if (before && before.stage === (moment.stage ?? '')) before.x1 = moment.x + half;
    else {
      const start = k ? (before?.x1 ?? 0) + 10 : moment.x - half;
      out.push({ stage: moment.stage ?? '', x0: Math.max(start, moment.x - half), x1: moment.x + half });
    }
  });
  return out;
}

/** The line between two moments: level, a curve from row to row, level again. */
export function between(xa: number, ya: number, xb: number, yb: number): string {
  if (ya === yb) return `M${r(xa)} ${ya}H${r(xb)}`;
  const middle = (xa + xb) / 2;
  const half = Math.min(Math.abs(yb - ya), xb - xa - 34) / 2;
  const [a, b] = [r(middle - half), r(middle + half)];
  return `M${r(xa)} ${ya}H${a}C${r(middle)} ${ya} ${r(middle)} ${yb} ${b} ${yb}H${r(xb)}`;
}

const r = (value: number): number => Math.round(value * 10) / 10;

/** A name in at most so many lines of so many signs; what does not fit ends in "…". */
export function lines(text: string, signs = 16, most = 3): string[] {
  const out: string[] = [];
  for (const word of text.split(' ')) {
    const last = out.at(-1);
    if (last !== undefined && (last.length + word.length < signs || out.length === most)) out[out.length - 1] = `${last} ${word}`;
    else out.push(word);
  }
  return out.map((line) => (line.length > signs + 3 ? `${line.slice(0, signs + 1)}…` : line));
}

// Two sides of a comparison as drawings and words: rivers on shared columns, the numbers of each stage, differences.
import { moodLine, type MoodLine } from '../../../draw/mood';
import { columns, pitch, stopXs, type Column } from '../../../draw/columns';
import { river, type River } from '../../../draw/river';
import { day, isoDay } from '../../../draw/timebar';
import { count, decimal, duration, points } from '../../../state/format';
import { t } from '../../../words';
import type { ComparedNumber, SmallMap } from '../../../api/compare';
import type { MapView, Num } from '../../../api/types';
import { doneAt, stopsOf } from '../frame';
import { moodsOf } from '../moods';

const WORDS: Record<ComparedNumber['kind'], string> = {
  goal: 'map.num.goal_rate',
  open: 'map.num.open',
  reached: 'map.num.reached',
  goes_on: 'map.num.go_on',
  leaves: 'map.num.lost',
  time: 'map.num.median',
  touched: 'map.num.share',
  to_goal: 'map.num.goal_rate',
  succeeds: 'map.num.target',
  mood: 'map.lane.emotion',
};

export const what = (number: ComparedNumber): string => t(WORDS[number.kind]);

const signed = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** A difference in the unit of its numbers, always with its sign; shares in points without naming them. */
function said(value: number, unit: Num['unit']): string {
  if (unit === 'share') return points(value);
  if (unit === 'seconds') return Math.abs(value) < 0.5 ? count(0) : signed(value, duration(value));
  return signed(value, decimal(value, 1));
}

export const gap = ({ value, unit }: Num): string => (value === null ? '–' : `${said(value, unit)}${unit === 'share' ? ` ${t('map.pt')}` : ''}`);

export const range = ({ low, high, unit }: Num): string => (low === null || high === null ? '' : `${said(low, unit)}…${said(high, unit)}`);

/** The period of the same length before; where nothing is known of it, an empty choice. */
export function before(view: MapView): Record<string, string> {
  const [from, to, known] = [day(view.date_from), day(view.date_to), day(view.known_from ?? view.date_from)];
  const start = Math.max(known, from - (to - from + 1));
  return start < from ? { with_from: isoDay(start), with_to: isoDay(from - 1) } : {};
}

export interface StageNumbers {
  id: string;
  name: string;
  numbers: ComparedNumber[];
  stops: { id: string; name: string; numbers: ComparedNumber[] }[];
}

/** What the rivers show already, and what says little where nothing is clear. */
const isQuiet = (one: ComparedNumber): boolean =>
  one.kind === 'reached' || (one.kind === 'to_goal' && !one.clear) || (one.one.value === null && one.other.value === null);

/** The numbers stage by stage, as the map is read. `all`: also the quiet ones. */
export function byStage(view: MapView, numbers: readonly ComparedNumber[], all = false): StageNumbers[] {
  const shown = numbers.filter((one) => all || !isQuiet(one));
  return view.stages.map(({ id, name, touchpoints }) => ({
    id,
    name,
    numbers: shown.filter((one) => one.stage === id && one.touchpoint === null),
    stops: touchpoints.map((stop) => ({ id: stop.id, name: stop.name, numbers: shown.filter((one) => one.touchpoint === stop.id) })),
  }));
}

export interface Band {
  cols: Column[];
  xs: number[];
  pitch: number;
}

export function band(view: MapView, width: number): Band {
  const counts = view.stages.map((stage) => stage.touchpoints.length);
  const cols = columns(width, counts);
  const xs = stopXs(cols, counts);
  return { cols, xs, pitch: pitch(xs, width) };
}

/** A side's river: as high as the other one, so that shares can be compared and not numbers of journeys. */
export function water(view: MapView, { xs, pitch: room }: Band, width: number, y0: number, height: number): River {
  const start = Math.max(view.journeys.value ?? 0, view.stages[0]?.reached.value ?? 0);
  const stops = stopsOf(view).map(({ stop }) => stop);
  const value = (of: 'lost' | 'open'): number[] => stops.map((stop) => stop[of].value ?? 0);
  return river({ xs, x0: 0, x1: width, y0, k: start ? height / start : 0, start, lost: value('lost'), open: value('open'), done: doneAt(view), pitch: room, fall: 20 });
}

export const moods = (view: MapView, { xs }: Band, y: number, height: number): MoodLine =>
  moodLine(moodsOf(view, stopsOf(view).map(({ stop }) => stop)), xs, y, height);

/** A segment's river in small, a step a stage. */
export function smallWater(map: SmallMap, width: number, height: number): River {
  const { stages } = map;
  const cols = columns(width, stages.map(() => 1));
  const xs = cols.map((col) => col.x + col.w / 2);
  const start = Math.max(map.journeys.n, stages[0]?.reached.n ?? 0);
  const done = stages.map((stage, i) => (i < stages.length - 1 ? stage.won.n : 0));
  const [lost, open] = [stages.map((stage) => stage.lost.n), stages.map((stage) => stage.open.n)];
  return river({ xs, x0: 0, x1: width, y0: 1, k: start ? height / start : 0, start, lost, open, done, pitch: width / Math.max(1, stages.length), fall: 10, radius: 4 });
}

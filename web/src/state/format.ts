// Numbers, shares, times and lengths of time as people of each language write them. No state but the chosen language.
import { t } from '../words';
import { dates, numbers } from './intl';
import { language } from './language.svelte';
import { tagOf } from './languages';

const MINUS = '\u2212';
const THIN = '\u202f';
const written = (lang: string, value: number, options: Intl.NumberFormatOptions): string =>
  numbers(lang, options)
    .format(Object.is(value, -0) ? 0 : value)
    .replace('-', MINUS);

/** 12480 → "12,480", Polish "12 480" (four digits stay together there: "1250"). */
export function count(value: number, lang: string = language.code): string {
  return written(lang, value, { maximumFractionDigits: 0 });
}

/** A number as it was recorded, which may be a name in digits: no grouping, at most two decimals. */
export function recorded(value: number, lang: string = language.code): string {
  return written(lang, value, { useGrouping: false, maximumFractionDigits: 2 });
}

/** A number with just so many decimals. */
export function decimal(value: number, digits = 1, lang: string = language.code): string {
  return written(lang, value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** 0.1815 → "18.2%", Czech "18,2 %". */
export function share(value: number, digits = 1, lang: string = language.code): string {
  return written(lang, value, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** A difference of two shares in points, always with its sign: −0.091 → "−9.1". */
export function points(value: number, lang: string = language.code): string {
  const options = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return written(lang, value * 100, options);
}

/** An interval, without repeating the unit: shares in per cent "17.5…18.8", counts "806…1,017". */
export function interval(
  low: number | null,
  high: number | null,
  unit: string = 'share',
  lang: string = language.code,
): string {
  if (low === null || high === null) return '';
  if (unit === 'share') return `${decimal(low * 100, 1, lang)}…${decimal(high * 100, 1, lang)}`;
  if (unit === 'seconds') return durations(low, high, lang);
  if (unit === 'score') return `${decimal(low, 1, lang)}…${decimal(high, 1, lang)}`;
  return `${count(Math.round(low), lang)}…${count(Math.round(high), lang)}`;
}

const isNone = (seconds: number): boolean => Math.abs(seconds) < 0.5;

type Unit = 'second' | 'minute' | 'hour' | 'day';
const UNITS: readonly [Unit, number][] = [
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** Two lengths of time in one unit, named once: "2.1…9 days". */
function durations(low: number, high: number, lang: string): string {
  if (isNone(high)) return t('shell.at_once');
  const [unit, size] = unitOf(high);
  const one = low / size;
  const short = numbers(lang, { maximumFractionDigits: one < 10 ? 1 : 0 }).format(one);
  return `${short}…${inUnit(high / size, unit, lang)}`;
}

function unitOf(seconds: number): readonly [Unit, number] {
  const size = Math.abs(seconds);
  if (size >= 48 * 3600) return UNITS[0]!;
  return UNITS.slice(1).find(([, least]) => size >= least) ?? UNITS[3]!;
}

function inUnit(value: number, unit: Unit, lang: string): string {
  const digits = Math.abs(value) < 9.95 ? 1 : 0;
  const unitDisplay = unit === 'day' || unit === 'hour' ? 'long' : 'short';
  return written(lang, value, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits });
}

/** A length of time in its natural unit: 259200 → "3 days", Polish "3 dni"; 372 → "6.2 min"; none at all → "at once". */
export function duration(seconds: number, lang: string = language.code): string {
  if (isNone(seconds)) return t('shell.at_once');
  const [unit, size] = unitOf(seconds);
  return inUnit(seconds / size, unit, lang);
}

/** The shortest form for a drawing: "17 h", "3.5 d". */
export function shortDuration(seconds: number, lang: string = language.code): string {
  const [unit, size] = unitOf(seconds);
  const value = seconds / size;
  const digits = Math.abs(value) < 9.95 ? 1 : 0;
  return written(lang, value, { style: 'unit', unit, unitDisplay: 'narrow', maximumFractionDigits: digits })
    .replace(/(\d)([^\d\s.,\u00a0\u202f])/u, `$1${THIN}$2`);
}

const at = (time: string | Date): Date => (typeof time === 'string' ? new Date(time) : time);

/** "3 Oct 2026"; the day of an instant in the given zone. */
export function day(time: string | Date, zone = 'UTC', lang: string = language.code): string {
  return dated(time, zone, lang, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "3 Oct": for places where the year stands beside. */
export function shortDay(time: string | Date, zone = 'UTC', lang: string = language.code): string {
  return dated(time, zone, lang, { day: 'numeric', month: 'short' });
}

/** "19:12". */
export function clock(time: string | Date, zone = 'UTC', lang: string = language.code): string {
  return dated(time, zone, lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** "3 Oct 2026, 19:12". */
export function moment(time: string | Date, zone = 'UTC', lang: string = language.code): string {
  return `${day(time, zone, lang)}, ${clock(time, zone, lang)}`;
}

/** A stretch of days without repeating what both ends share: "1–31 Oct 2026". */
export function days(from: string | Date, to: string | Date, zone = 'UTC', lang: string = language.code): string {
  // The browser's Czech ranges pad with zeros, its single days do not: one way is enough.
  if (lang === 'cs') return `${sameYear(from, to) ? shortDay(from, zone, lang) : day(from, zone, lang)}–${day(to, zone, lang)}`;
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: zone } as const;
  return dates(tagOf(lang), options).formatRange(at(from), at(to)).replace(/\s?–\s?/, '–');
}

const sameYear = (a: string | Date, b: string | Date): boolean => at(a).getUTCFullYear() === at(b).getUTCFullYear();

/** "4 minutes ago", from the age in seconds. */
export function ago(seconds: number, lang: string = language.code): string {
  const [unit, size] = unitOf(Math.max(seconds, 60));
  return new Intl.RelativeTimeFormat(lang, { numeric: 'always' }).format(-Math.round(Math.max(seconds, 60) / size), unit);
}

function dated(time: string | Date, zone: string, lang: string, options: Intl.DateTimeFormatOptions): string {
  return dates(tagOf(lang), { ...options, timeZone: zone }).format(at(time));
}

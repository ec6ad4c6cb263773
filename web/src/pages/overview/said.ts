// The numbers of KPIs as people of each language write them, by their units. No DOM.
import type { Kpi, KpiNumber } from '../../api/kpis';
import { count, decimal, duration, interval, points, share } from '../../state/format';
import { numbers } from '../../state/intl';
import { language } from '../../state/language.svelte';
import { t } from '../../words';

export type Unit = Kpi['unit'];

const MINUS = '\u2212';

export function money(value: number, currency: string | null, lang: string = language.code): string {
  const digits = Math.abs(value) < 1000 ? 2 : 0;
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  const written = currency ? numbers(lang, { ...options, style: 'currency', currency }) : numbers(lang, options);
  return written.format(value).replace('-', MINUS);
}

/** A change of a number, always with its sign: 0.053 → "+5.3%". */
export function signed(value: number, lang: string = language.code): string {
  const options = { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return numbers(lang, options).format(value).replace('-', MINUS);
}

export function told(value: number | null, unit: Unit, currency: string | null = null): string {
  if (value === null) return '–';
  if (unit === 'share') return share(value);
  if (unit === 'seconds') return duration(value);
  if (unit === 'money') return money(value, currency);
  if (unit === 'change') return signed(value);
  return unit === 'score' || unit === 'days' ? decimal(value).replace('-', MINUS) : count(value);
}

/** Its interval, the unit not said again. */
export function range(number: KpiNumber, unit: Unit): string {
  const { low, high, value } = number;
  if (low === null || high === null || value === null) return '';
  if (unit === 'share' || unit === 'change') return interval(low, high, 'share');
  if (unit === 'seconds') return interval(low, high, 'seconds');
  if (unit === 'people' || unit === 'events') return interval(low, high, 'people');
  return unit === 'money' && Math.abs(value) >= 1000 ? interval(low, high, 'people') : interval(low, high, 'score');
}

/** How it moved: points for shares, else the share of what it was before. */
export function step(kpi: Kpi): string {
  const moved = kpi.moved;
  if (!moved) return '';
  if (kpi.unit === 'share' || kpi.unit === 'change') return t('kpis.points', { value: points(moved.value) });
  if (kpi.unit === 'score' || moved.relative === null) return `${moved.value > 0 ? '+' : ''}${decimal(moved.value).replace('-', MINUS)}`;
  return signed(moved.relative);
}

/** Of how many it says too little: a length of time rests on those who got there. */
export const few = (number: KpiNumber, unit: Unit): string =>
  t('kpis.too_few', { n: count(unit === 'seconds' ? Math.min(number.n, number.of) : number.of) });

/** What it rests on, in words; too few to tell is said. */
export function base(kpi: Kpi): string {
  const now = kpi.now;
  if (!now) return '';
  if (now.too_few) return few(now, kpi.unit);
  return t(kpi.journeys ? 'kpis.n_journeys' : 'kpis.n', { n: count(now.n), of: count(now.of) });
}

/** Which units are typed in per cent or in days; the rest as they are. */
export const typed = (unit: Unit): 'percent' | 'days' | null =>
  unit === 'share' || unit === 'change' ? 'percent' : unit === 'seconds' ? 'days' : null;

const FACTOR = { percent: 100, days: 1 / 86400 } as const;

export function toField(value: number | null, unit: Unit): string {
  const kind = typed(unit);
  return value === null ? '' : String(Math.round((kind ? value * FACTOR[kind] : value) * 1000) / 1000);
}

export function fromField(text: string, unit: Unit): number | null {
  const value = Number(text.trim().replace(',', '.'));
  if (!text.trim() || Number.isNaN(value)) return null;
  const kind = typed(unit);
  return kind ? Math.round((value / FACTOR[kind]) * 1e9) / 1e9 : value;
}

// Every number of the map in words: what it says, and what is known of it (n, interval, how we know).
import { count, decimal, duration, interval, points, share } from '../../state/format';
import { t } from '../../words';
import type { Num } from '../../api/types';

const SIGNED = new Set(['score']);

/** The value alone, in its unit: "3,122", "74.1%", "2.1 days". */
export function plain(number: Num, digits = 1): string {
  const { value, unit } = number;
  if (value === null) return '–';
  if (unit === 'share') return share(value, digits);
  if (unit === 'seconds') return duration(value);
  if (SIGNED.has(unit)) return (value > 0 ? '+' : '') + decimal(value, 1);
  return count(value);
}

/** Of how many a value speaks: a share, of those it divides by. */
export const base = (number: Num): number => number.of ?? number.n;

/** Whether there is something to say, but from too few to say it. */
export const few = (number: Num): boolean => number.too_few && base(number) > 0;

/** The value with what must never be left out: too few to say, or not measured. Of nobody there is nothing to say. */
export function shown(number: Num, digits = 1): string {
  if (few(number)) return t('map.few', { n: base(number) });
  const mark = number.evidence === 'inferred' ? '≈ ' : '';
  return mark + plain(number, digits);
}

/** What a difference of shares says, in points: "−11.8 pt". */
export const difference = (number: Num): string => (number.value === null ? '–' : `${points(number.value)} ${t('map.pt')}`);

/** The lines of the tooltip: n, interval, evidence. */
export function known(number: Num, newest: string | null = null): string[] {
  const found: string[] = [];
  if (number.of !== null) found.push(t('map.n_of', { n: count(number.n), of: count(number.of) }));
  else found.push(t('map.n', { n: count(number.n) }));
  if (number.low !== null && number.high !== null && !number.too_few)
    found.push(t('map.interval', { range: interval(number.low, number.high, number.unit) }));
  found.push(t(`map.evidence.${number.evidence}`));
  if (newest !== null && number.evidence !== 'assumed') found.push(t('map.data_to', { day: newest }));
  return found;
}

/** How many the list behind a number holds: a share is counted by those it has found. */
export const behindCount = (number: Num): number => (number.unit === 'share' || number.unit === 'seconds' ? number.n : (number.value ?? 0));

/** "312 journeys": a number with its unit in the right plural. */
export function counted(n: number, unit: 'journeys' | 'people'): string {
  return t(`map.count.${unit}`, { n });
}

/** Pieces of a text in which *stars* mark what stands out. */
export function rich(text: string): { text: string; strong: boolean }[] {
  return text
    .split('*')
    .map((part, i) => ({ text: part, strong: i % 2 === 1 }))
    .filter((part) => part.text !== '');
}

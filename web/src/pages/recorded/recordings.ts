// Recordings as a person reads them: of which page, how long, how large. No DOM.
import type { Recording } from '../../api/reading';
import { language } from '../../state/language.svelte';
import { numbers } from '../../state/intl';

/** Those that show this page; all of them without one. */
export const of = (recordings: readonly Recording[], page: string | null): readonly Recording[] =>
  page ? recordings.filter(({ pages }) => pages.includes(page)) : recordings;

/** Seconds from the first to the last message. */
export const lasted = ({ began, ended }: Recording): number => Math.max(0, (Date.parse(ended) - Date.parse(began)) / 1000);

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "1.2 MB" in the reader's language. */
export function size(bytes: number, lang: string = language.code): string {
  const step = bytes > 0 ? Math.min(Math.floor(Math.log10(bytes) / 3), UNITS.length - 1) : 0;
  const value = bytes / 1000 ** step;
  return numbers(lang, { style: 'unit', unit: UNITS[step], unitDisplay: step ? 'short' : 'long', maximumFractionDigits: value < 9.95 && step ? 1 : 0 }).format(value);
}

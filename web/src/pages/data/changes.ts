// What changed in a row, as people read it: each field by its name, both values told apart.
import type { ChangedField } from '../../api/types';
import { day } from '../../state/format';
import { dates, numbers } from '../../state/intl';
import { language } from '../../state/language.svelte';

type Value = ChangedField['was'];
const HEADS = ['customer', 'event', 'time'] as const;
type Head = (typeof HEADS)[number];
const DETAIL = 'properties.';

/** Which of the three that each event has; null for a detail. */
export const headOf = (field: string): Head | null => HEADS.find((head) => head === field) ?? null;

export const detailOf = (field: string): string => (field.startsWith(DETAIL) ? field.slice(DETAIL.length) : field);

/** Both values; null where one is not set. What would read the same is written as it was sent. */
export function bothOf(
  { field, was, now }: ChangedField,
  zone = 'UTC',
  lang: string = language.code,
): [string | null, string | null] {
  const both = [was, now].map((value) => (field === 'time' ? timeOf(value, zone, lang) : textOf(value, lang)));
  const [one, other] = both[0] === both[1] ? [was, now].map((value) => raw(value)) : both;
  return [one ?? null, other ?? null];
}

const raw = (value: Value): string | null =>
  value === null ? null : typeof value === 'string' && !Number.isNaN(Number(value)) ? JSON.stringify(value) : `${value}`;

function textOf(value: Value, lang: string): string | null {
  if (typeof value === 'number') return numbers(lang, { useGrouping: false, maximumFractionDigits: 12 }).format(value);
  return value === null ? null : `${value}`;
}

/** To the second: a moment as it stands elsewhere on the page, with what often differs. */
function timeOf(value: Value, zone: string, lang: string): string | null {
  if (value === null) return null;
  const time = dates(lang, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23', timeZone: zone });
  return `${day(`${value}`, zone, lang)}, ${time.format(new Date(`${value}`))}`;
}

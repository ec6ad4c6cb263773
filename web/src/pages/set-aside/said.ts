// What was set aside in plain words: reasons, fields, places. No DOM, no fetch.
import type { AsideGroup, AsideItem, Rule } from '../../api/aside';
import { known, t } from '../../words';
import { TIMES, told } from './rule';

const LONGEST = 80;

/** A field as people call it: "time", and a detail by its own name. */
export function fieldName(field: string): string {
  return known(`aside.field.${field}`) ? t(`aside.field.${field}`) : field.replace(/^(properties|props)\./, '');
}

/** Why, in the reader's words; a reason that we have no words for is the server's own. */
export function reasonOf(code: string, reason: string): string {
  return known(`aside.reason.${code}`) && code !== 'not_understood' ? t(`aside.reason.${code}`) : reason || t('aside.reason.not_understood');
}

/** Whether the reason says already which field it is about. */
const SAYS = new Set(['customer', 'time', 'ts', 'event', 'id', 'message_id']);

export function groupName(group: Pick<AsideGroup, 'code' | 'field' | 'first'>): string {
  const reason = reasonOf(group.code, group.first.reason);
  if (group.code === 'unknown_field' && group.field) return t('aside.no_field', { field: group.field });
  if (!group.field || SAYS.has(group.field)) return reason;
  return t('aside.in_field', { reason, field: fieldName(group.field) });
}

/** Where an item stood; null when nobody knows. */
export function placeOf(item: Pick<AsideItem, 'file' | 'row'>): string | null {
  const row = item.row === null ? null : String(item.row);
  if (item.file !== null) return row === null ? item.file : t('aside.place.file', { file: item.file, row });
  return row === null ? null : t('aside.place.batch', { row });
}

/** A value as it is quoted; nothing at all is said, not shown. */
export function quoted(value: string | null): string {
  if (value === null || value === '') return t('aside.nothing');
  return t('aside.quoted', { value: value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value });
}

/** One sentence about a rule: what it is about, what becomes of it. */
export function ruleSaid(rule: Rule): { about: string; becomes: string } {
  const { field, when, said, becomes, value } = told(rule);
  const name = fieldName(field);
  const about =
    when === 'reason'
      ? t('aside.told.reason', { field: name, reason: reasonOf(said ?? '', said ?? '') })
      : said === null || said === ''
        ? t('aside.told.empty', { field: name })
        : t('aside.told.value', { field: name, said: quoted(said) });
  return { about, becomes: t(`aside.told.becomes.${becomes}`, { value: shownValue(becomes, value) }) };
}

function shownValue(becomes: string, value: string): string {
  if (becomes === 'time') return TIMES.find(({ format }) => format === value)?.example ?? value;
  if (becomes === 'from' || becomes === 'into') return fieldName(value);
  return becomes === 'value' ? quoted(value) : value;
}

/** The fields that differ, with what they said and say; `field` is told in any case. */
export function changes(before: Record<string, string | null>, after: Record<string, string | null>, field: string): { field: string; before: string | null; after: string | null }[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after), field])];
  return names
    .filter((name) => name === field || (before[name] ?? null) !== (after[name] ?? null))
    .map((field) => ({ field, before: before[field] ?? null, after: after[field] ?? null }));
}

// A rule as the form on the page holds it, and as the server takes it. No DOM, no fetch.
import type { AsideGroup, Rule } from '../../api/aside';

export type When = 'value' | 'pattern' | 'reason';
export type Becomes = 'value' | 'empty' | 'time' | 'decimal' | 'from' | 'into';

export interface Draft {
  field: string;
  code: string;
  when: When;
  said: string | null;
  becomes: Becomes;
  value: string;
}

/** Ways to write a time that people meet, each with the same moment written so. */
export const TIMES: readonly { format: string; example: string }[] = [
  { format: '%d.%m.%Y %H:%M', example: '31.12.2024 18:30' },
  { format: '%d.%m.%Y', example: '31.12.2024' },
  { format: '%d/%m/%Y %H:%M', example: '31/12/2024 18:30' },
  { format: '%d/%m/%Y', example: '31/12/2024' },
  { format: '%m/%d/%Y %H:%M', example: '12/31/2024 18:30' },
  { format: '%m/%d/%Y', example: '12/31/2024' },
  { format: '%d-%m-%Y', example: '31-12-2024' },
  { format: '%Y/%m/%d %H:%M', example: '2024/12/31 18:30' },
  { format: '%Y/%m/%d', example: '2024/12/31' },
  { format: '%Y%m%d', example: '20241231' },
  { format: '%d %b %Y', example: '31 Dec 2024' },
];
const TIME_CODES = new Set(['bad_time', 'no_time']);
const NUMBER_CODES = new Set(['bad_number', 'no_number', 'not_finite', 'no_text']);
const EMPTY_CODES = new Set(['no_customer', 'no_event', 'no_time', 'no_id']);

/** Whether a rule can mend such items at all: lines that are no rows have no fields. */
export const canMend = (group: AsideGroup): boolean => group.field !== null && group.first.fields !== null;

/** The form as it opens for a group: the way that mends it most often. */
export function draftFor(group: AsideGroup, value?: string | null): Draft {
  const often = value !== undefined ? value : (group.values[0]?.value ?? null);
  const most = 2 * (group.values[0]?.rows ?? 0) >= group.rows && !EMPTY_CODES.has(group.code) && group.code !== 'unknown_field';
  const one = value !== undefined || most;
  const when: When = one && often !== null ? 'value' : 'reason';
  const becomes: Becomes = group.code === 'bad_time' && when === 'reason' ? 'time' : group.code === 'unknown_field' ? 'into' : 'value';
  const start = becomes === 'time' ? (guessed(often) ?? TIMES[0]!.format) : becomes === 'into' ? belongs(group.field) : '';
  return { field: group.field ?? '', code: group.code, when, said: often, becomes, value: start };
}

/** What a value can become, by what is wrong with it. */
export function kindsFor(code: string): Becomes[] {
  if (code === 'unknown_field') return ['into', 'empty'];
  const kinds: Becomes[] = ['value'];
  if (TIME_CODES.has(code) && code === 'bad_time') kinds.push('time');
  if (NUMBER_CODES.has(code)) kinds.push('decimal');
  if (!EMPTY_CODES.has(code) && !TIME_CODES.has(code)) kinds.push('empty');
  return [...kinds, 'from'];
}

/** The rule as a document; null while something is still missing. */
export function ruleOf(draft: Draft): Rule | null {
  const when = draft.when === 'reason' ? { reason: draft.code } : { [draft.when]: draft.said ?? null };
  if (draft.when === 'pattern' && !draft.said) return null;
  if (draft.becomes === 'empty') return { field: draft.field, ...when, becomes: null };
  if (!draft.value.trim()) return null;
  const becomes = draft.becomes === 'value' ? draft.value : { [draft.becomes]: draft.value };
  return { field: draft.field, ...when, becomes };
}

/** Where a field under a wrong name most likely belongs. */
function belongs(field: string | null): string {
  const name = (field ?? '').toLowerCase();
  if (/time|date|when|stamp/.test(name)) return 'ts';
  if (/cust|user|client|person|who/.test(name)) return 'customer';
  if (/prop/.test(name)) return 'props';
  if (/^id$|mess|uuid/.test(name)) return 'message_id';
  return `props.${field ?? ''}`;
}

/** The way in which a time seems to be written. */
export function guessed(text: string | null): string | null {
  const shape = (text ?? '').trim().replace(/\d/g, '0').replace(/[A-Za-z]+/g, 'A');
  const monthFirst = /^\d+\/(1[3-9]|2\d|3[01])\//.test((text ?? '').trim());
  const same = TIMES.filter(({ example }) => example.replace(/\d/g, '0').replace(/[A-Za-z]+/g, 'A') === shape);
  return (same.find(({ format }) => format.startsWith('%m') === monthFirst) ?? same[0])?.format ?? null;
}

/** The parts of a kept rule that a sentence about it needs. */
export function told(rule: Rule): { field: string; when: When; said: string | null; becomes: Becomes; value: string } {
  const kind: When = 'reason' in rule ? 'reason' : 'pattern' in rule ? 'pattern' : 'value';
  const said = rule[kind];
  const becomes = rule['becomes'];
  const head = { field: String(rule['field']), when: kind, said: said === null || said === undefined ? null : String(said) };
  if (becomes === null || becomes === undefined) return { ...head, becomes: 'empty', value: '' };
  if (typeof becomes === 'object') {
    const [name, value] = Object.entries(becomes)[0] ?? ['value', ''];
    return { ...head, becomes: name as Becomes, value: String(value) };
  }
  return { ...head, becomes: 'value', value: String(becomes) };
}

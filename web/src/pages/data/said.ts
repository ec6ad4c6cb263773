// Sizes and lists as people of each language write them.
import { numbers } from '../../state/intl';
import { language } from '../../state/language.svelte';
import { sizeOf } from './slices';

/** 1500000 → "1.5 MB". */
export function size(bytes: number, lang: string = language.code): string {
  const { value, unit } = sizeOf(bytes);
  const digits = value > 0 && value < 9.95 ? 1 : 0;
  return numbers(lang, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(value);
}

/** "a, b or c". */
export const anyOf = (items: readonly string[], lang: string = language.code): string =>
  new Intl.ListFormat(lang, { type: 'disjunction' }).format(items);

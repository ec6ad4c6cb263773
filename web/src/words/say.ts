// How a text is made from its entry: the right plural form, then the values in their places. No state, no DOM.
import { numbers, plurals } from '../state/intl';
import type { Entry, Words } from '../state/language.svelte';

export type Values = Record<string, string | number>;

/** The form of a number in a language: "one", "few", "many", "other". */
export function form(lang: string, n: number): string {
  return plurals(lang).select(n);
}

/** Which number decides the plural form: `n`, unless the values name no `n`. Numbers are shown as given in `n$`, when given. */
export function fill(lang: string, entry: Entry, values: Values): string {
  const text = typeof entry === 'string' ? entry : (entry[form(lang, Number(values.n))] ?? entry.other ?? '');
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'number' ? numbers(lang).format(value) : value;
  });
}

/** The text of a key; a missing one shows its key, so that it is seen and mended. */
export function say(words: Words, lang: string, key: string, values: Values = {}): string {
  const entry = words[key];
  return entry === undefined ? key : fill(lang, entry, values);
}

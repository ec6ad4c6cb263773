// The words on the screen: `t('funnel.title')`, `t('shell.people', { n: 3 })`. Keys live in words/<language>/<page>.json.
import { language } from '../state/language.svelte';
import { say, type Values } from './say';

/** A text in the reader's language. Plural entries choose their form by `n`. */
export function t(key: string, values: Values = {}): string {
  return say(language.words, language.code, key, values);
}

/** Whether there is a text for this key, for codes that come from the server. */
export function known(key: string): boolean {
  return key in language.words;
}

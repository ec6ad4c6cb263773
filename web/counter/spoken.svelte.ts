// The words of the two pages, all languages at hand: they are few, and a shop's connection is slow.
import { LANGUAGES, preferred, type Language } from '../src/state/languages';
import type { Words } from '../src/state/language.svelte';
import { remember, remembered } from '../src/state/prefs';
import { gather } from '../src/words/gather';
import { say, type Values } from '../src/words/say';

const files = import.meta.glob<Record<string, never>>('../src/words/*/counter.json', { eager: true, import: 'default' });
const WORDS = Object.fromEntries(
  LANGUAGES.map((code) => [code, gather({ './counter.json': files[`../src/words/${code}/counter.json`] ?? {} })]),
) as Record<Language, Words>;

class Spoken {
  code = $state<Language>('en');

  choose(code: Language, keep = false): void {
    this.code = code;
    document.documentElement.lang = code;
    if (keep) remember('language', code);
  }

  start(): void {
    this.choose(preferred(remembered('language'), navigator.languages ?? []));
  }
}

export const spoken = new Spoken();

export const t = (key: string, values: Values = {}): string => say(WORDS[spoken.code], spoken.code, key, values);

/** A text of a document: one for everybody, or one for each language. */
export function told(text: string | Record<string, string> | null): string {
  if (text === null || typeof text === 'string') return text ?? '';
  return text[spoken.code] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

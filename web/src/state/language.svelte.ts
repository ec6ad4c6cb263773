// Which language the reader sees, and its words. A language is fetched when it is chosen, never before.
import { preferred, type Language } from './languages';
import { remember, remembered } from './prefs';

/** One entry: a text, or its forms by the plural rule of the language ("one", "few", "many", "other"). */
export type Entry = string | Record<string, string>;
export type Words = Record<string, Entry>;

const LOADERS: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import('../words/en'),
  pl: () => import('../words/pl'),
  cs: () => import('../words/cs'),
  ru: () => import('../words/ru'),
};

class LanguageState {
  code = $state<Language>('en');
  words = $state.raw<Words>({});

  async choose(code: Language, keep = false): Promise<void> {
    const loaded = await LOADERS[code]();
    this.words = loaded.default;
    this.code = code;
    document.documentElement.lang = code;
    if (keep) remember('language', code);
  }

  /** The language to begin with. */
  wanted(): Language {
    return preferred(remembered('language'), navigator.languages ?? []);
  }

  start(): Promise<void> {
    return this.choose(this.wanted());
  }
}

export const language = new LanguageState();

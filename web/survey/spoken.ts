// The few words of a survey that are ours, in all languages: they are small, and the page is not.
import { isLanguage, type Language } from '../src/state/languages';
import type { Survey, Text } from './told';

const files = import.meta.glob<Record<string, string>>('../src/words/*/ask.json', { eager: true, import: 'default' });

export function word(language: string, key: string, values: Record<string, string | number> = {}): string {
  const text = files[`../src/words/${language}/ask.json`]?.[key] ?? files['../src/words/en/ask.json']?.[key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const texts = (survey: Pick<Survey, 'questions' | 'name'>): Text[] => [survey.name, ...survey.questions.map((one) => one.text)];

/** The languages in which every question is written; all of ours, where its texts are for everybody. */
export function languagesOf(survey: Pick<Survey, 'questions' | 'name'>): Language[] {
  const all: Language[] = ['en', 'pl', 'cs', 'ru'];
  return all.filter((code) => texts(survey).every((text) => typeof text === 'string' || code in text));
}

/** The first wanted language that the survey speaks, else the first it has, else English. */
export function spoken(survey: Pick<Survey, 'questions' | 'name'>, wanted: readonly string[]): Language {
  const has = languagesOf(survey);
  const found = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => has.some((one) => one === code));
  return isLanguage(found) ? found : (has[0] ?? 'en');
}

// The languages that there are, and which of them a reader wants. No DOM.
export const LANGUAGES = ['en', 'pl', 'cs', 'ru'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A language is always named in itself. */
export const NAMES: Record<Language, string> = { en: 'English', pl: 'Polski', cs: 'Čeština', ru: 'Русский' };

export function isLanguage(code: string | null | undefined): code is Language {
  return LANGUAGES.some((known) => known === code);
}

/** How a language writes dates: in English too the day before the month, and the 24-hour clock. */
export const tagOf = (code: string): string => (code === 'en' ? 'en-GB' : code);

/** The reader's own choice, else the first language of the browser that we have, else English. */
export function preferred(stored: string | null, browser: readonly string[]): Language {
  if (isLanguage(stored)) return stored;
  const known = browser.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => isLanguage(code));
  return isLanguage(known) ? known : 'en';
}

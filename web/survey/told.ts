// What the server tells of a survey, and a text of it in the reader's language.
export type Text = string | Record<string, string>;
export type Ask = 'nps' | 'csat' | 'ces' | 'stars' | 'one' | 'several' | 'text';
/** A score, the id of a choice, ids of several, or words. */
export type Answer = number | string | string[];
export type Answers = Record<string, Answer>;

export interface Wanted {
  question: string;
  at_least?: number | null;
  at_most?: number | null;
  is?: readonly string[] | null;
}

export interface Question {
  id: string;
  ask: Ask;
  text: Text;
  low?: Text;
  high?: Text;
  required?: boolean;
  choices?: readonly { id: string; text: Text }[];
  scale?: readonly [number, number];
  show_if?: Wanted;
}

export interface Survey {
  id: string;
  version: number;
  name: Text;
  intro: Text | null;
  thanks: Text | null;
  touchpoint: string | null;
  anonymous: boolean;
  /** Seconds in which a person who was shown a survey is shown no other. */
  quiet: number;
  page: { paths: readonly string[]; after: string | null; exit: boolean; stuck: number | null; wait: number | null; share: number };
  questions: readonly Question[];
}

/** The text in a language, else in English, else in any that there is. */
export function told(text: Text | null | undefined, language: string): string {
  if (text === null || text === undefined || typeof text === 'string') return text ?? '';
  return text[language] ?? text['en'] ?? Object.values(text)[0] ?? '';
}

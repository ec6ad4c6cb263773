// A survey's document while it is edited: texts in one language at a time, questions in their order. No DOM.
import type { Fields } from '../../api/surveys';

export type Text = string | Record<string, string>;
export type Ask = 'nps' | 'csat' | 'ces' | 'stars' | 'one' | 'several' | 'text';
export const ASKS: readonly Ask[] = ['nps', 'csat', 'ces', 'stars', 'one', 'several', 'text'];
export const TOPS: Partial<Record<Ask, number>> = { nps: 10, csat: 5, ces: 7, stars: 5 };

export interface DraftChoice {
  id: string;
  text: Text;
}

export interface DraftQuestion {
  id: string;
  ask: Ask;
  text: Text;
  required?: boolean;
  choices?: DraftChoice[];
  show_if?: { question: string; at_most?: number; at_least?: number; is?: string[] };
}

export interface Draft {
  id: string;
  name: Text;
  status: 'draft' | 'open' | 'closed';
  from?: string;
  to?: string;
  owner?: string;
  who: 'known' | 'anonymous';
  where: string[];
  page: { paths?: string[]; after?: string; exit?: boolean; stuck?: string; wait?: string; share?: number };
  quiet?: string;
  touchpoint?: string;
  intro?: Text;
  thanks?: Text;
  questions: DraftQuestion[];
  follow_up?: { question: string; at_most: number; owner?: string; within?: string };
}

/** The text in a language, and nothing else in its place: an editor shows what is missing. */
export const textIn = (text: Text | undefined, lang: string): string =>
  text === undefined ? '' : typeof text === 'string' ? text : (text[lang] ?? '');

/** The text with other words in one language. One text for everybody stays what it is for the others. */
export function withText(text: Text | undefined, lang: string, words: string): Text {
  const before = typeof text === 'string' ? (text ? { en: text } : {}) : (text ?? {});
  const next = { ...before, [lang]: words };
  if (!words) delete next[lang];
  return next;
}

/** An id made of words: "Jak bylo u nás?" becomes "jak-bylo-u-nas". */
export function idOf(words: string, taken: readonly string[] = []): string {
  const plain = words.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/ł/g, 'l');
  const slug = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '') || 'survey';
  let id = slug;
  for (let n = 2; taken.includes(id); n += 1) id = `${slug}-${n}`;
  return id;
}

export const blank = (lang: string, question: string): Draft => ({
  id: '',
  name: {},
  status: 'draft',
  who: 'known',
  where: ['link'],
  page: {},
  quiet: '30d',
  questions: [{ id: 'recommend', ask: 'nps', text: { [lang]: question }, required: true }],
});

export function draftOf(fields: Fields): Draft {
  const given = fields as Partial<Draft>;
  return { status: 'draft', who: 'known', where: ['link'], page: {}, questions: [], name: {}, id: '', ...structuredClone(given) };
}

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === '' || value === null || (typeof value === 'object' && !Object.keys(value).length);

/** The document: what is empty is left out. */
export function fieldsOf(draft: Draft): Fields {
  const kept = Object.entries(draft).filter(([, value]) => !isEmpty(value));
  const page = Object.fromEntries(Object.entries(draft.page).filter(([, value]) => !isEmpty(value) && value !== false));
  const found: Fields = { cesta: 'survey/1', ...Object.fromEntries(kept) };
  if (Object.keys(page).length) found['page'] = page;
  else delete found['page'];
  return found;
}

/** Another way to ask, with what it needs and without what it has no use for. */
export function askedAs(question: DraftQuestion, ask: Ask): DraftQuestion {
  const { choices, ...rest } = question;
  if (ask !== 'one' && ask !== 'several') return { ...rest, ask };
  return { ...rest, ask, choices: choices ?? [{ id: 'a', text: {} }, { id: 'b', text: {} }] };
}

/** Moves a question; one that would stand before the question it waits for waits no more. */
export function moved(questions: readonly DraftQuestion[], from: number, by: number): DraftQuestion[] {
  const next = [...questions];
  const [one] = next.splice(from, 1);
  if (one) next.splice(Math.max(0, Math.min(next.length, from + by)), 0, one);
  return sound(next);
}

/** Without conditions on questions that do not come before. */
export function sound(questions: readonly DraftQuestion[]): DraftQuestion[] {
  return questions.map((question, place) => {
    const { show_if: wanted, ...rest } = question;
    return wanted && questions.slice(0, place).some((one) => one.id === wanted.question) ? question : rest;
  });
}

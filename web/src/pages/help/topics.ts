// What is explained in the product, found under the words people use, in whichever of four languages. No DOM.
import found from './topics.json';

type Said = readonly [title: string, text: string];

export interface Topic {
  id: string;
  kind: 'term' | 'question' | 'how';
  /** Where it is done; empty where it is done nowhere in particular. */
  page: string;
  /** Other names, in all languages. */
  also: readonly string[];
  title: string;
  text: string;
}

const CODES = ['en', 'pl', 'cs', 'ru'] as const;
type Code = (typeof CODES)[number];
const ROWS = found as unknown as readonly (Omit<Topic, 'title' | 'text'> & Record<Code, Said>)[];
export const KINDS = ['term', 'question', 'how'] as const;

const codeOf = (language: string): Code => CODES.find((code) => code === language) ?? 'en';

export const topics = (language: string): Topic[] =>
  ROWS.map((row) => {
    const [title, text] = row[codeOf(language)];
    return { id: row.id, kind: row.kind, page: row.page, also: row.also, title, text };
  });

/** Without accents, capitals and signs: "Mapa podróży" and "mapa podrozy" are the same. */
export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ł/g, 'l')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** How well a name answers what was typed: whole 4, its beginning 3, the beginning of a word in it 2, else 0. */
function fit(name: string, typed: string): number {
  const said = plain(name);
  if (said === typed) return 4;
  if (said.startsWith(typed)) return 3;
  return ` ${said}`.includes(` ${typed}`) ? 2 : 0;
}

/** Topics known under what was typed, in any language, the best first. */
export function sought(text: string, language: string): Topic[] {
  const typed = plain(text);
  if (typed.length < 2) return [];
  const titles = new Map(ROWS.map((row) => [row.id, CODES.map((code) => row[code][0])]));
  return topics(language)
    .map((topic) => ({ topic, fits: Math.max(...[...(titles.get(topic.id) ?? []), ...topic.also].map((name) => fit(name, typed))) }))
    .filter(({ fits }) => fits > 0)
    .toSorted((a, b) => b.fits - a.fits)
    .map(({ topic }) => topic);
}

// The fields that people fill in, for stages and touchpoints: which there are, in which group, and how each is written.
import type { Json } from '../../../api/edits';
import { isDict } from './tree';

/** words: one text, several languages. word: the same in all. texts, list: a line each. */
export type Kind = 'words' | 'long' | 'word' | 'texts' | 'list' | 'choice' | 'truth' | 'score';

export interface Field {
  name: string;
  path: readonly string[];
  kind: Kind;
  options?: readonly string[];
  /** Only of a stage, or of a touchpoint. */
  only?: 'stage' | 'stop';
}

export interface Group {
  name: string;
  fields: readonly Field[];
}

export const CRITICALITY = ['low', 'medium', 'high', 'blocker'] as const;
export const STATUS = ['idea', 'planned', 'testing', 'shipped', 'dropped'] as const;
export const EVIDENCE = ['measured', 'reported', 'inferred', 'assumed'] as const;
export const FEELINGS = ['joy', 'trust', 'relief', 'pride', 'surprise', 'boredom', 'confusion', 'frustration', 'anxiety', 'anger', 'sadness'] as const;
export const BLUEPRINT = ['evidence', 'frontstage', 'backstage', 'support'] as const;
export const TEXT_LANES = ['customer_goal', 'needs', 'expectations', 'motivation', 'trigger', 'tool', 'resources', 'benchmark'] as const;

const field = (name: string, kind: Kind, more: Partial<Field> = {}): Field => ({ name, path: [name], kind, ...more });

export const GROUPS: readonly Group[] = [
  { name: 'what', fields: [field('name', 'words'), field('short', 'words'), field('channel', 'word', { only: 'stop' }), field('tool', 'word', { only: 'stop' }), field('owner', 'word')] },
  {
    name: 'customer',
    fields: [field('customer_goal', 'words'), field('needs', 'texts'), field('expectations', 'texts'), field('motivation', 'long'), field('thinks', 'long'), field('trigger', 'words')],
  },
  { name: 'weight', fields: [field('criticality', 'choice', { options: CRITICALITY }), field('moment_of_truth', 'truth'), field('focus', 'truth')] },
  { name: 'feeling', fields: [{ name: 'emotion', path: ['emotion', 'assumed'], kind: 'score', only: 'stop' }] },
  {
    name: 'raci',
    fields: [
      { name: 'responsible', path: ['raci', 'responsible'], kind: 'list' },
      { name: 'accountable', path: ['raci', 'accountable'], kind: 'word' },
      { name: 'consulted', path: ['raci', 'consulted'], kind: 'list' },
      { name: 'informed', path: ['raci', 'informed'], kind: 'list' },
    ],
  },
  { name: 'around', fields: [field('measures', 'list', { only: 'stage' }), field('resources', 'list'), field('tags', 'list'), field('notes', 'long')] },
];

export const fieldsOf = (group: Group, stop: boolean): readonly Field[] => group.fields.filter((one) => !one.only || one.only === (stop ? 'stop' : 'stage'));

/** The lines of a list as they are written, one a line. */
export const lines = (value: Json | undefined, language: string): string =>
  Array.isArray(value) ? value.map((item) => (isDict(item) ? String(item[language] ?? item.en ?? Object.values(item)[0] ?? '') : String(item ?? ''))).join('\n') : '';

/** The list in a text of lines; a line that says what an item said keeps its other languages. */
export function listed(text: string, before: Json | undefined, language: string): Json {
  const old = Array.isArray(before) ? before : [];
  const found = text.split('\n').map((line) => line.trim()).filter(Boolean).map((line): Json => old.find((item) => lines([item], language) === line) ?? line);
  return found.length ? found : null;
}

/** How much of what the practice asks for is filled in. */
export function filled(part: Json | undefined, stop: boolean): { done: number; of: number } {
  const wanted = GROUPS.flatMap((group) => fieldsOf(group, stop)).filter(({ name }) => !['short', 'focus', 'tags', 'notes', 'consulted', 'informed', 'moment_of_truth', 'resources'].includes(name));
  const has = ({ path }: Field): boolean => {
    const value = path.reduce<Json | undefined>((here, key) => (isDict(here) ? here[key] : undefined), part);
    return value !== undefined && value !== null && value !== '';
  };
  const extra = stop && isDict(part) ? [part.match, part.target_action, part.barriers].filter(Boolean).length : 0;
  return { done: wanted.filter(has).length + extra, of: wanted.length + (stop ? 3 : 0) };
}

/** A percentage as people type it, as a share; null when it is none. */
export function asShare(text: string): number | null {
  const value = Number(text.replace('%', '').replace(',', '.').trim());
  return text.trim() === '' || !Number.isFinite(value) || value < 0 || value > 100 ? null : Math.round(value * 100) / 10_000;
}

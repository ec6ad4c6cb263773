// Every word of every language: none missing, none left in English, plurals whole, the same values in the same texts.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Entry, Words } from '../state/language.svelte';
import cs from './cs';
import en from './en';
import pl from './pl';
import ru from './ru';
import same from './same.json';

const ALL: Record<string, Words> = { en, pl, cs, ru };
const OTHERS = ['pl', 'cs', 'ru'] as const;
const ALLOWED: Record<string, string[]> = same;

const texts = (entry: Entry): string[] => (typeof entry === 'string' ? [entry] : Object.values(entry));
const holes = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join(' ');

function* files(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* files(path);
    else if (/\.(svelte|ts)$/.test(path) && !path.endsWith('.test.ts')) yield path;
  }
}

/** Every key asked for in the source; a key with a computed part stands for all keys of its shape. */
const ASKED = [...files('src'), ...files('counter')].flatMap((path) => {
  const code = readFileSync(path, 'utf8');
  return [...code.matchAll(/\b(?:t|known)\(\s*(['`])([^'`]+)\1/g)].map((found) => ({ path, key: found[2] ?? '' }));
});

describe('words', () => {
  it('has English words to compare with', () => expect(Object.keys(en).length).toBeGreaterThan(100));

  it.each(OTHERS)('has the same keys in %s', (lang) => {
    expect(Object.keys(ALL[lang]!).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(OTHERS)('has nothing left in English in %s, but what is listed in same.json', (lang) => {
    const equal = Object.keys(en).filter((key) => JSON.stringify(ALL[lang]![key]) === JSON.stringify(en[key]));
    expect(equal.sort()).toEqual([...(ALLOWED[lang] ?? [])].sort());
  });

  it.each(Object.keys(ALL))('has every plural form that %s needs, and no other', (lang) => {
    const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories.slice().sort();
    for (const [key, entry] of Object.entries(ALL[lang]!)) {
      if (typeof entry !== 'string') expect([key, ...Object.keys(entry).sort()]).toEqual([key, ...needed]);
    }
  });

  it.each(OTHERS)('asks for the same values in %s', (lang) => {
    for (const [key, entry] of Object.entries(en)) {
      const wanted = new Set(texts(entry).map(holes));
      expect(wanted.size, `${key} asks for the same values in each English form`).toBe(1);
      for (const text of texts(ALL[lang]![key] ?? '')) expect([key, holes(text)]).toEqual([key, [...wanted][0]]);
    }
  });

  it.each(Object.keys(ALL))('has no empty text in %s', (lang) => {
    for (const [key, entry] of Object.entries(ALL[lang]!))
      for (const text of texts(entry)) expect([key, text.trim() !== '']).toEqual([key, true]);
  });

  it('has every key that the source asks for', () => {
    expect(ASKED.length).toBeGreaterThan(100);
    const missing = ASKED.filter(({ key }) => {
      const shape = new RegExp(`^${key.replace(/[.]/g, '\\.').replace(/\$\{[^}]*\}/g, '.+')}$`);
      return !Object.keys(en).some((known) => shape.test(known));
    });
    expect(missing).toEqual([]);
  });
});

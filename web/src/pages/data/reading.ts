// How files are read: which column plays which role, how tables hang together, what is read from where. No DOM.
import type { EventGuess, Guess, GuessRole, TableSeen } from '../../api/types';
import type { IconName } from '../../parts/icons';

/** What a column can be pointed out as. */
export const ROLES = ['who', 'what', 'when', 'id', 'detail', 'out'] as const;
export type Role = (typeof ROLES)[number];
export const ICON: Partial<Record<Role, IconName>> = { who: 'person', what: 'bolt', when: 'clock', id: 'key' };

export interface ReadColumn {
  name: string;
  role: Role;
  /** Through this column another table is found. */
  joins: boolean;
}

export interface ReadTable {
  name: string;
  title: string;
  rows: number;
  columns: readonly ReadColumn[];
  shown: readonly (readonly (string | null)[])[];
  use: 'events' | 'beside' | 'unused';
}

/** A table whose customer stands in another one: found there by this column. */
export interface Join {
  table: string;
  column: string;
  to: string;
}

/** A kind of event, or the column that names several kinds, with the column of its time. */
export interface ReadEvent {
  key: string;
  name: string | null;
  what: string | null;
  when: string;
  assumed: boolean;
}

/** As the server makes a column's name one word for a property. */
const property = (column: string): string => column.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '_').replace(/^_+|_+$/g, '');

const WORDS = /"((?:[^"]|"")+)"|[\p{L}_][\p{L}\p{N}_]*/gu;

/** The names in a piece of SQL, which is how a kept mapping says where things come from. */
const namesIn = (sql: string): string[] => [...sql.matchAll(WORDS)].map((found) => found[1]?.replaceAll('""', '"') ?? found[0]);

/** A guess from a kept mapping, as if its columns had been guessed: names of columns, in the tables that have them. */
function asGuessed(guess: Guess): Guess {
  if (!guess.reused) return guess;
  const plain = (home: string, role: GuessRole): GuessRole => {
    const names = new Set(role.columns.flatMap(namesIn));
    const has = (table: TableSeen): string[] => table.columns.map(({ name }) => name).filter((name) => names.has(name));
    const able = guess.tables.filter((one) => has(one).length);
    const table = able.find(({ name }) => name === home) ?? able[0];
    return table ? { ...role, table: table.name, columns: has(table) } : role;
  };
  const events = guess.events.map((event) => {
    // A table of the mapping's own making is known by the column of its time.
    const when = plain(event.table, event.when);
    const [what, id] = [event.what, event.id].map((role) => role && plain(when.table, role));
    return { ...event, table: when.table, who: plain(when.table, event.who), when, what: what ?? null, id: id ?? null };
  });
  return { ...guess, events };
}

const plays = (role: GuessRole | null, table: string, column: string): boolean =>
  role !== null && role.table === table && role.columns.includes(column);

/** The customer of an event: its column, and, where that stands in another table, the column that leads there. */
const who = (event: EventGuess): { table: string; column: string | undefined; by: string | undefined } => ({
  table: event.who.table,
  column: event.who.columns[0],
  by: event.who.table === event.table ? undefined : event.who.columns[1],
});

function roleOf(guess: Guess, table: TableSeen, column: string, dropped: ReadonlySet<string>): Role {
  if (dropped.has(`${table.name}.${column}`)) return 'out';
  const events = guess.events;
  if (events.some((event) => who(event).table === table.name && who(event).column === column)) return 'who';
  if (events.some((event) => plays(event.what, table.name, column))) return 'what';
  if (events.some((event) => plays(event.when, table.name, column))) return 'when';
  if (events.some((event) => plays(event.id, table.name, column))) return 'id';
  if (table.use !== 'events') return 'detail';
  const kept = events.filter((event) => event.table === table.name).flatMap((event) => event.properties);
  return kept.some((name) => name === column || property(name) === property(column)) ? 'detail' : 'out';
}

export function readTables(given: Guess, dropped: readonly string[] = []): ReadTable[] {
  const guess = asGuessed(given);
  const out = new Set(dropped);
  return guess.tables.map((table) => ({
    name: table.name,
    title: table.files.join(', ') + (table.sheet ? ` · ${table.sheet}` : ''),
    rows: table.rows,
    columns: table.columns.map(({ name }) => ({
      name,
      role: roleOf(guess, table, name, out),
      joins: guess.events.some((event) => event.table === table.name && who(event).by === name),
    })),
    shown: table.first_rows,
    use: table.use === 'events' || table.use === 'beside' ? table.use : 'unused',
  }));
}

/** The next table on the way: the one that knows the column, where that is not the one with the customer itself. */
function next(guess: Guess, column: string, to: string, from: string): string {
  const knows = (table: TableSeen | undefined): boolean => table?.columns.some(({ name }) => name === column) ?? false;
  if (knows(guess.tables.find(({ name }) => name === to))) return to;
  const others = guess.events.filter((event) => event.table !== from && who(event).by && event.who.table === to);
  return others.find((event) => knows(guess.tables.find(({ name }) => name === event.table)))?.table ?? to;
}

export function joins(given: Guess): Join[] {
  const guess = asGuessed(given);
  const found = new Map<string, Join>();
  for (const event of guess.events) {
    const { table: to, by } = who(event);
    if (by) found.set(`${event.table} ${by} ${to}`, { table: event.table, column: by, to: next(guess, by, to, event.table) });
  }
  return [...found.values()];
}

/** The columns that say who, each once. */
export const whos = (guess: Guess): string[] => [...new Set(asGuessed(guess).events.flatMap((event) => event.who.columns.slice(0, 1)))];

export function readEvents(guess: Guess): ReadEvent[] {
  return asGuessed(guess).events.map((event, place) => ({
    key: `${event.table} ${place}`,
    name: event.event,
    what: event.what?.columns[0] ?? null,
    when: event.when.columns.length > 2 ? `${event.when.columns.slice(0, 2).join(' + ')} + …` : event.when.columns.join(' + '),
    assumed: event.assumed !== null,
  }));
}

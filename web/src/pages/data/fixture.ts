// A guess about two small files, for tests: visits with their own names of events, orders whose customer stands beside.
import type { EventGuess, Guess, GuessRole, TableSeen } from '../../api/types';

const role = (table: string, ...columns: string[]): GuessRole => ({ table, columns, confidence: 0.9, reason: '', alternatives: [] });

const table = (name: string, use: string, columns: string[], ...first_rows: (string | null)[][]): TableSeen => ({
  name,
  files: [`${name}.csv`],
  sheet: null,
  rows: first_rows.length,
  use,
  columns: columns.map((column) => ({ name: column, kind: 'text', filled: 1, distinct: 2 })),
  first_rows,
});

export const event = (changes: Partial<EventGuess>): EventGuess => ({
  event: 'order',
  table: 'orders',
  who: role('customers', 'mail', 'customer_no'),
  what: null,
  when: role('orders', 'day', 'clock'),
  id: role('orders', 'no'),
  time_formats: [],
  assumed: null,
  properties: ['total_paid'],
  ...changes,
});

export const sample = (changes: Partial<Guess> = {}): Guess => ({
  source: 'shop',
  tables: [
    table('visits', 'events', ['visitor', 'event', 'at'], ['ann', 'see', '2026-01-01'], ['bob', null, '2026-01-02']),
    table('orders', 'events', ['no', 'customer_no', 'day', 'clock', 'Total paid', 'phone'], ['1', '7', '3/4/26', '10:00', '5', '1']),
    table('customers', 'beside', ['customer_no', 'mail'], ['7', 'ann']),
    table('notes', 'unused', ['text'], ['x']),
  ],
  events: [
    event({ event: null, table: 'visits', who: role('visits', 'visitor'), what: role('visits', 'event'), when: role('visits', 'at'), id: null }),
    event({}),
  ],
  mapping: 'id: shop\n',
  reused: null,
  notes: [],
  warnings: [],
  questions: [],
  refused: null,
  journeys: [],
  ...changes,
});

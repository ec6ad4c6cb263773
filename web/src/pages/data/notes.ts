// What was noticed in the files, in the reader's language: by its code, with what the server's text names.
import type { Guess, GuessHint, TableSeen } from '../../api/types';
import { known, t } from '../../words';

/** Where the server's English names something that our own words need, too. */
const NAMED: Record<string, RegExp> = {
  encoding: /is in (?<value>[^;]+);/,
  separator: /separated by (?<value>.+)\.$/,
  title_rows: /skipped \((?<value>.+)\)\.$/,
  total_row: /Row (?<value>\d+) is/,
  remark_row: /Row (?<value>\d+) below/,
  error_cells: /\((?<value>\d+)\)/,
  unread: /in "(?<value>.+)" are no numbers/,
  uncomputed: /\((?<value>\d+)\)/,
  zeros_kept: /in "(?<value>.+)", shown/,
  zeros_lost: /in "(?<value>.+)" are shown/,
  long_numbers: /in "(?<value>.+)" are/,
  durations: /in "(?<value>.+)" were/,
  empty_name: /called (?<value>.+)\.$/,
  same_name: /as (?<value>.+)\.$/,
  no_customer: /have no (?<value>.+): they/,
  one_customer: /^(?<share>\d+)\s?% .*, "(?<value>.+)"\.$/,
  who_is: /^(?<value>.+) says who/,
  planned: /no event: (?<value>.+)\.$/,
  cancelled: /^Where (?<value>.+) is true/,
  personal: /events: (?<value>.+)\.$/,
  lines: /one (?<value>.+) are one purchase/,
  spans: /of one (?<value>.+) are one/,
  lifecycle: /^(?<value>.+) is part/,
  shape: /is of the shape (?<value>\w+):/,
};

/** Of no use to whoever looks at the table itself. */
const QUIET = ['unused', 'separator', 'quote'];

/** What was noticed about a table or the files it was made of. */
export const notesOf = (guess: Guess, table: TableSeen): string[] =>
  guess.notes
    .filter((note) => !QUIET.includes(note.code))
    .filter((note) => note.table === table.name || table.files.some((file) => note.text.startsWith(`${file}: `)))
    .map(noted);

/** Said in our words where we have them and know all they name; else as the server says it. */
export function noted(hint: GuessHint): string {
  const key = `data.note.${hint.code}`;
  if (!known(key)) return hint.text;
  const pattern = NAMED[hint.code];
  const found = pattern?.exec(hint.text);
  const shape = `data.shape.${found?.groups?.['value']}`;
  if (hint.code === 'shape' && known(shape)) return t(key, { value: t(shape) });
  return pattern && !found ? hint.text : t(key, { ...found?.groups });
}

/** What a table without events lacks: "who", "when" or both. */
export function lacking(hint: GuessHint): string[] {
  const words = /no column says (.+)\.$/.exec(hint.text)?.[1] ?? '';
  return ['who', 'when'].filter((word) => words.split(' or ').includes(word));
}

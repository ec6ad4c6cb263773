// The parts of a rule as the builder's rows, and the rule's text that rows make. No DOM.
export interface Did {
  kind: 'did' | 'did_not';
  event: string;
  least: number;
  /** In the last so many days; ever without it. */
  days: number | null;
}
export interface Written {
  kind: 'text';
  text: string;
}
export type Row = Did | Written;
export type Joined = 'all' | 'any';

interface Part {
  text: string;
  document: unknown;
}

const KNOWN = new Set(['did', 'at_least', 'in_last']);

/** A part as a row: one that the fields can say, else its text. */
export function rowOf(part: Part): Row {
  const document = part.document as Record<string, unknown>;
  const not = 'not' in document;
  const did = (not ? document.not : document) as Record<string, unknown>;
  const days = did.in_last === undefined ? null : /^(\d+)d$/.exec(String(did.in_last));
  const simple = typeof did.did === 'string' && Object.keys(did).every((name) => KNOWN.has(name));
  const least = did.at_least ?? 1;
  if (!simple || (did.in_last !== undefined && !days) || !Number.isInteger(least) || Number(least) < 1) return { kind: 'text', text: part.text };
  return { kind: not ? 'did_not' : 'did', event: String(did.did), least: Number(least), days: days ? Number(days[1]) : null };
}

/** The rule's text. Rows that say nothing yet are left out. */
export function textOf(rows: readonly Row[], joined: Joined): string {
  const parts = rows.map(partOf).filter(Boolean);
  return parts.join(joined === 'all' ? ' and ' : ' or ');
}

function partOf(row: Row): string {
  if (row.kind === 'text') return row.text.trim() && `(${row.text.trim()})`;
  if (!row.event) return '';
  const least = row.least > 1 ? ` at least ${row.least} times` : '';
  const days = row.days === null ? '' : ` in last ${row.days}d`;
  return `${row.kind === 'did' ? 'did' : 'not did'} "${row.event.replaceAll('"', '""')}"${least}${days}`;
}

/** An id out of a name: small letters without accents, digits, "-". */
export function idOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ł', 'l');
  const id = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return id || `segment-${[...name].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) ?? 0)) % 100_000, 7)}`;
}

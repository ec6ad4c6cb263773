// How files travel: each in slices that a server takes at once, each under a name of its own. No DOM, no fetch.

/** Bytes of one slice: small enough that a bar moves, large enough that a gigabyte is not a thousand calls. */
export const SLICE = 4 * 1024 * 1024;

export interface Piece {
  part: number;
  of: number;
  from: number;
  to: number;
}

/** The slices of a file; an empty file has one, too. */
export function piecesOf(size: number, most = SLICE): Piece[] {
  const of = Math.max(1, Math.ceil(size / most));
  return Array.from({ length: of }, (_, place) => ({
    part: place + 1,
    of,
    from: place * most,
    to: Math.min(size, (place + 1) * most),
  }));
}

/** Names without doubles: two files called "orders.csv" become "orders.csv" and "orders (2).csv". */
export function ownNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.indexOf('.', 1);
    const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let own = name;
    for (let copy = 2; taken.has(own); copy++) own = `${stem} (${copy})${ending}`;
    taken.add(own);
    return own;
  });
}

/** A size as people say it: which unit, and how many of it. */
export function sizeOf(bytes: number): { value: number; unit: 'kilobyte' | 'megabyte' | 'gigabyte' } {
  if (bytes >= 999_500_000) return { value: bytes / 1e9, unit: 'gigabyte' };
  if (bytes >= 999_500) return { value: bytes / 1e6, unit: 'megabyte' };
  return { value: bytes / 1e3, unit: 'kilobyte' };
}

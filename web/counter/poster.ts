// What the address on a poster or a tablet says: the key that may write, and the place. It stands behind the #, which no server logs.
export interface Poster {
  key: string;
  place: string;
}

/** null: the address is not whole. */
export function posterOf(hash: string): Poster | null {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const [key, place] = [said.get('key')?.trim(), said.get('at')?.trim()];
  return key && place ? { key, place } : null;
}

// The maps that a map lies in: a journey in a life cycle, a detail in a journey. No DOM.
export interface Lying {
  id: string;
  parent: string | null;
}

/** The outermost first, and the map itself last; nothing of a map that there is not. */
export function above<T extends Lying>(maps: readonly T[], id: string): T[] {
  const at = maps.find((map) => map.id === id);
  return at ? [...(at.parent === null ? [] : above(maps, at.parent)), at] : [];
}

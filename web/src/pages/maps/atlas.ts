// Which maps are shown, in which order and how far in: a branch, so many levels, by owner, by gap to the goal. No DOM.
import type { AtlasPlace, AtlasRow } from '../../api/atlas';

export type Order = 'tree' | 'owner' | 'gap';

/** A map and all that lie in it; everything without one. Depths count from the outermost that is shown. */
export function branch(places: readonly AtlasPlace[], id: string | null): AtlasPlace[] {
  const begin = places.findIndex(({ map }) => map.id === id);
  const top = places[begin];
  if (!top) return [...places];
  const rest = places.slice(begin + 1);
  const end = rest.findIndex(({ depth }) => depth <= top.depth);
  return [top, ...(end < 0 ? rest : rest.slice(0, end))].map((place) => ({ ...place, depth: place.depth - top.depth }));
}

/** As far in as `levels` says: 1 is the outermost alone. */
export const downTo = (places: readonly AtlasPlace[], levels: number): AtlasPlace[] => places.filter(({ depth }) => depth < levels);

export const levels = (places: readonly AtlasPlace[]): number => Math.max(0, ...places.map(({ depth }) => depth + 1));

/** How far a map is from its target, in shares; those without one, or without a number, come last. */
export function gap(row: AtlasRow | undefined): number {
  const [rate, target] = [row?.goal?.rate.value ?? null, row?.goal?.target ?? null];
  return rate === null || target === null ? Infinity : rate - target;
}

/** Flat, in another order than the tree's; maps of one owner stand together, those of nobody first. */
export function ordered(places: readonly AtlasPlace[], rows: ReadonlyMap<string, AtlasRow>, by: Order): AtlasPlace[] {
  if (by === 'tree') return [...places];
  const owner = (place: AtlasPlace): string => rows.get(place.map.id)?.owner ?? '';
  const flat = places.map((place) => ({ ...place, depth: 0 }));
  if (by === 'owner') return flat.toSorted((a, b) => owner(a).localeCompare(owner(b)));
  const far = (place: AtlasPlace): number => gap(rows.get(place.map.id));
  return flat.toSorted((a, b) => (far(a) === far(b) ? 0 : far(a) - far(b)));
}

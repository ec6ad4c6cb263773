// The view of a proposal as the map's own parts can draw it: nothing is saved, so no list of people stands behind a number.
import type { MapView } from '../../api/types';

/** The same without lists behind its numbers, and with the river alone. */
export function drawn(view: MapView): MapView {
  return { ...(bare(view) as MapView), lanes: ['touchpoints'] };
}

function bare(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(bare);
  if (value === null || typeof value !== 'object') return value;
  const copy = Object.entries(value).map(([key, item]) => [key, key === 'behind' ? null : bare(item)]);
  return Object.fromEntries(copy);
}

// Which events tell the story of this workspace: those of its first map, in the order of the map. No DOM.
import type { Workspace } from '../api/types';

/** The events of the first map that has any, as far as they were ever seen. */
export function storyOf({ events, maps }: Pick<Workspace, 'events' | 'maps'>): string[] {
  const seen = new Set(events.map(({ name }) => name));
  const told = maps.map((map) => map.events.filter((name) => seen.has(name)));
  return told.find((names) => names.length > 0) ?? [];
}

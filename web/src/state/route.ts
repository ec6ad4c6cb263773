// Which page an address names, and the address of a page. No DOM.
import { inside } from './base';

export type Route =
  | { page: 'maps' }
  | { page: 'map'; id: string }
  | { page: 'paths' }
  | { page: 'funnel' }
  | { page: 'groups' }
  | { page: 'personas' }
  | { page: 'hypotheses' }
  | { page: 'report'; id: string }
  | { page: 'people'; id: string }
  | { page: 'find' }
  | { page: 'overview' }
  | { page: 'wall' }
  | { page: 'help' }
  | { page: 'tasks' }
  | { page: 'alerts' }
  | { page: 'segments' }
  | { page: 'surveys' }
  | { page: 'themes' }
  | { page: 'data' }
  | { page: 'set-aside' }
  | { page: 'sources' }
  | { page: 'shops' }
  | { page: 'reading' }
  | { page: 'recorded' }
  | { page: 'identity' }
  | { page: 'privacy' }
  | { page: 'bin' }
  | { page: 'propose' }
  | { page: 'templates' }
  | { page: 'welcome' }
  | { page: 'access' }
  | { page: 'record' }
  | { page: 'missing' };

const OF_DATA = ['set-aside', 'sources', 'shops', 'reading', 'recorded', 'identity', 'privacy', 'bin'] as const;

/** The route of a path such as "/maps/use-an-offer". */
export function routeOf(path: string): Route {
  const [first = '', second, ...rest] = path.split('/').filter(Boolean).map(decode);
  if (rest.length) return { page: 'missing' };
  if (first === '' && second === undefined) return { page: 'maps' };
  if (first === 'maps' && (second === 'propose' || second === 'templates')) return { page: second };
  const ofData = OF_DATA.find((page) => page === second);
  if (first === 'data' && ofData) return { page: ofData };
  if (first === 'access' && second === 'record') return { page: 'record' };
  if ((first === 'welcome' || first === 'access') && second === undefined) return { page: first };
  if ((first === 'segments' || first === 'surveys' || first === 'themes') && second === undefined) return { page: first };
  if ((first === 'overview' || first === 'wall' || first === 'help' || first === 'tasks' || first === 'alerts') && second === undefined) return { page: first };
  if (first === 'maps') return second === undefined ? { page: 'maps' } : { page: 'map', id: second };
  if (first === 'report' && second !== undefined) return { page: 'report', id: second };
  if (first === 'people') return second === undefined ? { page: 'find' } : { page: 'people', id: second };
  if ((first === 'paths' || first === 'funnel' || first === 'groups' || first === 'personas' || first === 'hypotheses' || first === 'data') && second === undefined) return { page: first };
  return { page: 'missing' };
}

/** The address of something, with what must survive a reload in the query. Empty values are left out. */
export function href(path: string, query: Record<string, string | null | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  const text = search.toString();
  return inside(text ? `${path}?${text}` : path);
}

export const mapHref = (id: string, query: Record<string, string | null | undefined> = {}): string =>
  href(`/maps/${encodeURIComponent(id)}`, query);

export const customerHref = (id: string, map?: string | null): string =>
  href(`/people/${encodeURIComponent(id)}`, { map });

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part; // a stray % in the address is part of the name
  }
}

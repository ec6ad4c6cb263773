// What lies in the bin, documents and loads together, the last deleted first.
import type { Binned } from '../../api/bin';
import type { LoadView } from '../../api/types';

/** `entry`: what brings it back; of a load its id. */
export interface Item {
  kind: string;
  entry: string;
  title: string;
  binned: string;
  until: string;
}

const DAYS = 30;

export function inBin(documents: readonly Binned[], loads: readonly LoadView[]): Item[] {
  const found: Item[] = documents.map(({ kind, entry, title, binned_at: binned, until }) => ({ kind, entry, title, binned, until }));
  for (const load of loads)
    if (load.binned_at) found.push({ kind: 'load', entry: load.load_id, title: load.name, binned: load.binned_at, until: later(load.binned_at) });
  return found.sort((a, b) => Date.parse(b.binned) - Date.parse(a.binned));
}

function later(time: string): string {
  return new Date(Date.parse(time) + DAYS * 86_400_000).toISOString();
}

// The loads as they are listed: those that count, newest first, and those in the bin with the day on which they go.
import type { LoadView } from '../../api/types';

const BIN_DAYS = 30;
const DAY = 86_400_000;

export interface Shelf {
  live: LoadView[];
  binned: LoadView[];
}

const newest = (one: LoadView, other: LoadView): number => Date.parse(other.loaded_at) - Date.parse(one.loaded_at);

export function shelved(loads: readonly LoadView[]): Shelf {
  const live = loads.filter((load) => load.binned_at === null).sort(newest);
  const binned = loads.filter((load) => load.binned_at !== null).sort(newest);
  return { live, binned };
}

/** When a load in the bin is removed for good. */
export const goneOn = (load: LoadView): Date | null =>
  load.binned_at === null ? null : new Date(Date.parse(load.binned_at) + BIN_DAYS * DAY);

/** Names of a load's files, the first few, and how many are left out. */
export function fileNames(load: LoadView, most = 3): { names: string[]; more: number } {
  const names = load.files.map((file) => file.name);
  const shown = names.length > most + 1 ? names.slice(0, most) : names;
  return { names: shown, more: names.length - shown.length };
}

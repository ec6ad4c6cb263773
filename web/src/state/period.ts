// The stretches of time people ask for most, within what is known.
import { day, isoDay } from '../draw/timebar';

export interface Preset {
  key: 'all' | 'year' | 'quarter';
  from: string;
  to: string;
}

/** Both days belong to the stretch. All that is known, and the last year and quarter of it, when that is less than all. */
export function presets(knownFrom: string, knownTo: string): Preset[] {
  const from = day(knownFrom);
  const to = day(knownTo);
  const all: Preset[] = [{ key: 'all', from: isoDay(from), to: isoDay(to) }];
  if (to - from > 366) all.push({ key: 'year', from: isoDay(to - 364), to: isoDay(to) });
  if (to - from > 92) all.push({ key: 'quarter', from: isoDay(to - 90), to: isoDay(to) });
  return all;
}

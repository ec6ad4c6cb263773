// Widths and numbers of the funnel's bars, from the answer alone: no DOM, no fetch.
import type { About } from '../../api/types';

export interface FunnelResult {
  counts: number[];
  step_rate: (number | null)[];
  share_of_all: (number | null)[];
  avg_seconds: (number | null)[];
  median_seconds: (number | null)[];
  window: string;
}

export interface Bar {
  place: number;
  name: string;
  people: number;
  pointer: string;
  /** Width of the bar and of what was lost before it, as parts of the widest bar. */
  width: number;
  lost: number;
  lostPeople: number;
  /** Where the interval of the count lies, as parts of the widest bar; null where there is none. */
  low: number | null;
  high: number | null;
  rate: number | null;
  rateLow: number | null;
  rateHigh: number | null;
  ofAll: number | null;
  median: number | null;
}

/** Bars share one scale, so what is lost plus what is left equals what came. */
export function bars(names: readonly string[], result: FunnelResult, about: Record<string, About> = {}): Bar[] {
  const most = Math.max(1, ...result.counts);
  return result.counts.map((people, place) => {
    const before = place ? (result.counts[place - 1] ?? people) : people;
    const counted = about[`/counts/${place}`];
    const rated = about[`/step_rate/${place}`];
    const lostPeople = Math.max(0, before - people);
    return {
      place,
      name: names[place] ?? '',
      people,
      pointer: `/counts/${place}`,
      width: people / most,
      lost: lostPeople / most,
      lostPeople,
      low: part(counted?.low, most),
      high: part(counted?.high, most),
      rate: result.step_rate[place] ?? null,
      rateLow: rated?.low ?? null,
      rateHigh: rated?.high ?? null,
      ofAll: result.share_of_all[place] ?? null,
      median: result.median_seconds[place] ?? null,
    };
  });
}

function part(value: number | null | undefined, most: number): number | null {
  return value === null || value === undefined ? null : Math.min(1, Math.max(0, value / most));
}

/** The step that loses the largest part of those who reached the one before; the one thing the page says loudly. */
export function worst(list: readonly Bar[]): Bar | null {
  const losing = list.filter((bar) => bar.place > 0 && bar.lostPeople > 0 && bar.rate !== null);
  return losing.reduce<Bar | null>((most, bar) => (!most || bar.lostPeople > most.lostPeople ? bar : most), null);
}

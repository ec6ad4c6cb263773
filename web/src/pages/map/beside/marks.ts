// The desired line and its badges as coordinates and signs: no DOM, no fetch.
import type { DesiredView, Deviation } from '../../../api/truth';

export type Kind = Deviation['kind'];
export const KINDS: readonly Kind[] = ['extra', 'order', 'repeated', 'missing', 'late'];

/** One stroke in a circle of 16: plus, two arrows, a round, a dotted ring, a clock. */
export const SIGNS: Record<Kind, string> = {
  extra: 'M8 4.5v7M4.5 8h7',
  order: 'M4.5 6.2h6M8.900 4.500l1.800 1.700-1.800 1.700M11.500 9.800h-6M7.100 8.100 5.300 9.800l1.800 1.700',
  repeated: 'M11.300 8a3.300 3.300 0 1 1-1.100-2.500M10.500 3.700v2.100H8.400',
  missing: '',
  late: 'M8 4.700V8l2.200 1.500',
};

export interface Badge {
  kind: Kind;
  row: number;
  share: number;
  n: number;
}

/** Fewer of those who could stray are not worth a badge on the map; the panel has them all. */
export const WORTH = 0.02;
export const MOST = 2;

/** By stop, its badges, the most frequent first. */
export function badges(view: DesiredView): Map<string, Badge[]> {
  const found = new Map<string, Badge[]>();
  view.deviations.forEach((one, row) => {
    const share = one.share.value ?? 0;
    if (share < WORTH) return;
    const list = found.get(one.touchpoint) ?? [];
    list.push({ kind: one.kind, row, share, n: one.journeys.n });
    found.set(one.touchpoint, list);
  });
  for (const [stop, list] of found) found.set(stop, list.sort((a, b) => b.share - a.share).slice(0, MOST));
  return found;
}

export interface LineStop {
  x: number;
  optional: boolean;
}

/** The stops of the path from left to right, where the sheet draws them. */
export function lineOf(view: DesiredView, places: readonly { stop: { id: string }; x: number }[]): LineStop[] {
  const at = new Map(places.map((place) => [place.stop.id, place.x]));
  return view.path
    .flatMap((stop) => {
      const x = at.get(stop.touchpoint);
      return x === undefined ? [] : [{ x, optional: stop.optional }];
    })
    .sort((a, b) => a.x - b.x);
}

/** How high the line with its badges is. */
export const LINE = 14 + 8 + MOST * 24;

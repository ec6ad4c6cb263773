// Messages of each of the last hours as bars, and what a reader of the page hears of them. No DOM.

export interface Bar {
  x: number;
  y: number;
  height: number;
}

export const WIDTH = 144;
export const HEIGHT = 24;
const GAP = 1;

/** A bar for each hour; one that had anything is seen, however little it was beside the others. */
export function bars(hours: readonly number[]): Bar[] {
  const most = Math.max(...hours, 1);
  const step = WIDTH / Math.max(hours.length, 1);
  return hours.map((messages, place) => {
    const height = messages ? Math.max(2, (messages / most) * HEIGHT) : 0;
    return { x: place * step + GAP / 2, y: HEIGHT - height, height };
  });
}

export const barWidth = (hours: readonly number[]): number => WIDTH / Math.max(hours.length, 1) - GAP;

export const sum = (hours: readonly number[]): number => hours.reduce((total, each) => total + each, 0);

/** Seconds since something came; null when nothing ever did. */
export const age = (last: string | null, now: number): number | null => (last === null ? null : (now - Date.parse(last)) / 1000);

export interface Tally {
  kind: string;
  events: number;
}

/** What was kept out of all sources, by kind, the most frequent first: `bot: Googlebot`, `test: email`. */
export function keptOut(sources: readonly { kept_out: readonly Tally[] }[]): Tally[] {
  const sums = new Map<string, number>();
  for (const { kept_out } of sources) for (const { kind, events } of kept_out) sums.set(kind, (sums.get(kind) ?? 0) + events);
  return [...sums].map(([kind, events]) => ({ kind, events })).sort((a, b) => b.events - a.events || a.kind.localeCompare(b.kind));
}

/** Whether the names of the stops fit: each has a box one pitch wide and three lines; otherwise the whole map goes short. */

export type Measure = (text: string) => number;

/** Lines a greedy wrapping needs in `room` pixels, or Infinity when one word alone is too wide. */
export function lines(text: string, room: number, measure: Measure): number {
  const space = measure(' ');
  let count = 1;
  let used = 0;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const w = measure(word);
    if (w > room) return Infinity;
    if (used > 0 && used + space + w > room) {
      count++;
      used = w;
    } else {
      used += (used > 0 ? space : 0) + w;
    }
  }
  return count;
}

export interface Name {
  name: string;
  short: string;
}

/** All full names if every one fits in `most` lines, all short ones otherwise: never a mixture. */
export function fit(
  names: readonly Name[],
  room: number,
  measure: Measure,
  most = 3,
): { texts: string[]; short: boolean; lines: number } {
  const full = names.map((n) => lines(n.name, room, measure));
  if (full.every((n) => n <= most))
    return { texts: names.map((n) => n.name), short: false, lines: Math.max(1, ...full) };
  const brief = names.map((n) => lines(n.short, room, measure));
  const need = Math.max(1, ...brief.map((n) => (Number.isFinite(n) ? n : most)));
  return { texts: names.map((n) => n.short), short: true, lines: Math.min(need, most) };
}

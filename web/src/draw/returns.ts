/** Journeys that turn back to an earlier stage: dotted arcs above the stops, longer ones on the outer track. */

export interface ReturnInput {
  /** Index of the stop the arc leaves from and of the one it arrives at (further left). */
  from: number;
  to: number;
}

export interface Arc extends ReturnInput {
  /** Place in the list given. */
  index: number;
  /** 0 is the track nearest to the stops. */
  track: number;
  y: number;
  /** Middle of the longest free piece of the arc: where its number stands. */
  labelX: number;
  d: string;
}

export interface ArcFrame {
  xs: readonly number[];
  /** Top of each stop's label: arcs end just above it. */
  tops: readonly number[];
  /** y of the outermost track, and the distance between two tracks. */
  y: number;
  gap: number;
}

const span = (r: ReturnInput): [number, number] => [Math.min(r.from, r.to), Math.max(r.from, r.to)];

/** Give each arc the lowest track on which it touches no other; shorter arcs first, so that longer ones span them. */
export function tracks(returns: readonly ReturnInput[]): number[] {
  const order = returns
    .map((r, i) => ({ i, span: span(r) }))
    .sort((a, b) => a.span[1] - a.span[0] - (b.span[1] - b.span[0]));
  const taken: [number, number][][] = [];
  const result: number[] = returns.map(() => 0);
  for (const {
    i,
    span: [low, high],
  } of order) {
    let track = 0;
    const clash = (t: number): boolean => (taken[t] ?? []).some(([a, b]) => low <= b && high >= a);
    while (clash(track) || taken.slice(track + 1).some((_, d) => clash(track + 1 + d))) track++;
    (taken[track] ??= []).push([low, high]);
    result[i] = track;
  }
  return result;
}

/** The arcs as paths. Two arcs that meet at one stop stand a little apart. */
export function arcs(returns: readonly ReturnInput[], frame: ArcFrame): Arc[] {
  const lanes = tracks(returns);
  const most = Math.max(0, ...lanes);
  const ends = new Map<number, number>();
  const nudge = (stop: number): number => {
    const n = ends.get(stop) ?? 0;
    ends.set(stop, n + 1);
    return n * 10;
  };
  return returns.map((r, index) => {
    const track = lanes[index] ?? 0;
    const y = frame.y + (most - track) * frame.gap;
    const xa = (frame.xs[r.from] ?? 0) + nudge(r.from);
    const xb = (frame.xs[r.to] ?? 0) + nudge(r.to);
    const round = 9;
    const d =
      `M${xa.toFixed(1)} ${((frame.tops[r.from] ?? 0) - 3).toFixed(1)}V${y + round}Q${xa.toFixed(1)} ${y} ${(xa - round).toFixed(1)} ${y}` +
      `H${(xb + round).toFixed(1)}Q${xb.toFixed(1)} ${y} ${xb.toFixed(1)} ${y + round}V${((frame.tops[r.to] ?? 0) - 4).toFixed(1)}`;
    return { ...r, index, track, y, labelX: (xa + xb) / 2, d };
  });
}

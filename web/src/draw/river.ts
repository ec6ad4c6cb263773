/**
 * The river: its height at every point is the number of journeys still under way, on one linear scale,
 * so that what falls away plus what drifts off plus what stays is always what came.
 */

export interface RiverInput {
  xs: readonly number[];
  x0: number;
  x1: number;
  y0: number;
  /** Pixels a journey. */
  k: number;
  start: number;
  /** Per stop: journeys that ended here without the goal. They fall. */
  lost: readonly number[];
  /** Per stop: journeys still open whose last stop this is. They drift on and fade. */
  open: readonly number[];
  /** Per stop: journeys that met the goal and go no further. They arrive, and drift out too. */
  done: readonly number[];
  pitch: number;
  fall?: number;
  radius?: number;
}

export interface Stream {
  stop: number;
  n: number;
  /** Thickness where it leaves the river: exactly the step of the lower edge. */
  t: number;
  /** Width while it falls: `t`, unless that would run into the next stop. */
  w: number;
  cx: number;
  top: number;
  mouth: number;
  d: string;
}

export interface Drift {
  stop: number;
  kind: 'open' | 'done';
  n: number;
  x: number;
  y: number;
  h: number;
}

export interface River {
  d: string;
  streams: Stream[];
  drifts: Drift[];
  /** Journeys left after the last stop. */
  left: number;
  /** Height of the river at x. */
  at: (x: number) => number;
}

const round = (v: number): number => Math.round(v * 100) / 100;

interface Step {
  x: number;
  before: number;
  after: number;
}

function stream(stop: number, n: number, step: Step, input: RiverInput): Stream {
  const { y0, k, pitch } = input;
  const r = input.radius ?? 7;
  const fall = input.fall ?? 44;
  const t = Math.max(n * k, 1.5);
  const w = Math.min(t, Math.max(pitch - r - 18, 12));
  const bottom = y0 + step.before;
  const top = bottom - t;
  const x = step.x;
  const mouth = bottom + r + fall;
  const d =
    `M${round(x)} ${round(top)}A${round(r + w)} ${round(r + t)} 0 0 1 ${round(x + r + w)} ${round(bottom + r)}` +
    `V${round(mouth)}H${round(x + r)}V${round(bottom + r)}A${r} ${r} 0 0 0 ${round(x)} ${round(bottom)}Z`;
  return { stop, n, t, w, cx: x + r + w / 2, top, mouth, d };
}

export function river(input: RiverInput): River {
  const { xs, x0, x1, y0, k, pitch } = input;
  const offset = Math.max(15, pitch * 0.2);
  const steps: Step[] = [];
  const streams: Stream[] = [];
  const drifts: Drift[] = [];
  let left = input.start;
  xs.forEach((x, i) => {
    const at = x + offset;
    const fallen = input.lost[i] ?? 0;
    if (fallen > 0) {
      const step = { x: at, before: left * k, after: (left - fallen) * k };
      streams.push(stream(i, fallen, step, input));
      steps.push(step);
      left -= fallen;
    }
    for (const kind of ['open', 'done'] as const) {
      const n = input[kind][i] ?? 0;
      if (n <= 0) continue;
      steps.push({ x: at, before: left * k, after: (left - n) * k });
      left -= n;
      drifts.push({ stop: i, kind, n, x: at, y: y0 + left * k, h: n * k });
    }
  });
  let d = `M${round(x0)} ${round(y0)}H${round(x1)}V${round(y0 + left * k)}`;
  for (const s of [...steps].reverse()) d += `V${round(y0 + s.after)}H${round(s.x)}V${round(y0 + s.before)}`;
  d += `H${round(x0)}Z`;
  const at = (x: number): number => steps.reduce((h, s) => (x > s.x ? s.after : h), input.start * k);
  return { d, streams, drifts, left, at };
}

/** How far the pier of a stop reaches into the water: its reach on the river's own scale. */
export const pier = (reach: number, k: number): number => Math.max(reach * k, 2.5);

/** A round number of journeys for the scale bar: the largest of 1, 2, 5 × 10ⁿ that is at most `most` pixels high. */
export function scaleBar(k: number, most = 24): { n: number; h: number } {
  if (!(k > 0)) return { n: 0, h: 0 };
  const room = most / k;
  const power = 10 ** Math.floor(Math.log10(Math.max(room, 1)));
  const n = [5, 2, 1].map((m) => m * power).find((v) => v <= room) ?? 1;
  return { n, h: n * k };
}

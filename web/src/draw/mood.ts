/** The mood line: straight from stop to stop, broken where nothing is known, dotted where it is only assumed. */

export interface Mood {
  value: number | null;
  assumed: boolean;
  low: number | null;
  high: number | null;
  /** What the line does here: it is lowest, highest, or ends. */
  turns: readonly Turn[];
}

export type Turn = 'valley' | 'peak' | 'end';

export interface Piece {
  from: number;
  to: number;
  assumed: boolean;
  /** Outline of the interval between the two stops; null where one of them has none. */
  band: string | null;
  d: string;
}

export interface Dot {
  stop: number;
  x: number;
  y: number;
  tone: 'neg' | 'neu' | 'pos';
  assumed: boolean;
  /** Where the line turns, the stop wears a face. */
  face: boolean;
  turns: readonly Turn[];
}

export type Tone = Dot['tone'];

export const tone = (v: number): Tone => (v > 0.15 ? 'pos' : v < -0.15 ? 'neg' : 'neu');

/** Indices of neighbouring stops with a value; a stop without one starts a new run. */
export function runs(moods: readonly Mood[]): number[][] {
  const found: number[][] = [];
  let current: number[] | null = null;
  moods.forEach((m, i) => {
    if (m.value === null) {
      current = null;
      return;
    }
    if (!current) {
      current = [];
      found.push(current);
    }
    current.push(i);
  });
  return found;
}

/** −2 … +2 on a line of height `h` whose middle is 0. */
export const moodY = (v: number, y: number, h: number): number => y + h / 2 - (v * h) / 4;

export interface MoodLine {
  pieces: Piece[];
  dots: Dot[];
}

export function moodLine(moods: readonly Mood[], xs: readonly number[], y: number, h: number): MoodLine {
  const Y = (v: number): string => moodY(v, y, h).toFixed(1);
  const pieces: Piece[] = [];
  for (const run of runs(moods)) {
    for (let a = 0; a + 1 < run.length; a++) {
      const from = run[a] ?? 0;
      const to = run[a + 1] ?? 0;
      const p = moods[from];
      const q = moods[to];
      if (!p || !q) continue;
      const assumed = p.assumed || q.assumed;
      const whole = !assumed && p.low !== null && p.high !== null && q.low !== null && q.high !== null;
      pieces.push({
        from,
        to,
        assumed,
        d: `M${xs[from] ?? 0} ${Y(p.value ?? 0)}L${xs[to] ?? 0} ${Y(q.value ?? 0)}`,
        band: whole
          ? `M${xs[from] ?? 0} ${Y(p.high ?? 0)}L${xs[to] ?? 0} ${Y(q.high ?? 0)}V${Y(q.low ?? 0)}L${xs[from] ?? 0} ${Y(p.low ?? 0)}Z`
          : null,
      });
    }
  }
  const dots = moods.flatMap((m, i): Dot[] =>
    m.value === null
      ? []
      : [
          {
            stop: i,
            x: xs[i] ?? 0,
            y: moodY(m.value, y, h),
            tone: tone(m.value),
            assumed: m.assumed,
            face: m.turns.length > 0,
            turns: m.turns,
          },
        ],
  );
  return { pieces, dots };
}

/** A mouth that bends with the value. */
export function mouth(v: number, r: number): string {
  const bend = Math.max(-1, Math.min(1, v / 1.5)) * r * 0.5;
  const f = (n: number): string => n.toFixed(2);
  return `M${f(-r * 0.42)} ${f(r * 0.34 - bend * 0.25)}Q0 ${f(r * 0.34 + bend)} ${f(r * 0.42)} ${f(r * 0.34 - bend * 0.25)}`;
}

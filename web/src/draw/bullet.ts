/** The goal as a bullet: value, interval, target and the period before, on a scale wide enough to hold them all. */

export interface BulletInput {
  value: number;
  low: number | null;
  high: number | null;
  target: number | null;
  previous: number | null;
}

export interface Bullet {
  value: number;
  low: number | null;
  high: number | null;
  target: number | null;
  previous: number | null;
}

/** Positions on a line `width` long. The scale leaves air on both sides and is never narrower than two points. */
export function bullet(input: BulletInput, width: number): Bullet {
  const all = [input.value, input.low, input.high, input.target, input.previous].filter((v): v is number => v !== null);
  const low = Math.min(...all);
  const high = Math.max(...all);
  const air = Math.max((high - low) * 0.18, 0.01);
  const from = Math.max(0, low - air);
  const to = high + air;
  const x = (v: number | null): number | null => (v === null ? null : ((v - from) / (to - from)) * width);
  return {
    value: x(input.value) ?? 0,
    low: x(input.low),
    high: x(input.high),
    target: x(input.target),
    previous: x(input.previous),
  };
}

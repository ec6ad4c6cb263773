/** Where the stages and their stops stand across the sheet: stops are evenly spaced, so the whole map has one rhythm. */

export interface Column {
  x: number;
  w: number;
}

/** A stage is as wide as its stops need, and never so narrow that its name has no room. */
export const weight = (stops: number): number => Math.max(stops, 2.4);

/** Share `width` out by the number of stops of each stage. */
export function columns(width: number, stops: readonly number[]): Column[] {
  const weights = stops.map(weight);
  const total = weights.reduce((sum, w) => sum + w, 0);
  let x = 0;
  return weights.map((w) => {
    const column = { x, w: (width * w) / total };
    x += column.w;
    return column;
  });
}

/** The x of each stop, in the order of the stages: the middle of its share of the stage. */
export function stopXs(cols: readonly Column[], stops: readonly number[]): number[] {
  return cols.flatMap((col, i) => {
    const n = stops[i] ?? 0;
    return Array.from({ length: n }, (_, j) => col.x + (col.w * (j + 0.5)) / n);
  });
}

/** The room one stop may take: the smallest distance between two neighbours (or the whole width for a single stop). */
export function pitch(xs: readonly number[], width: number): number {
  let least = width;
  for (let i = 1; i < xs.length; i++) least = Math.min(least, (xs[i] ?? 0) - (xs[i - 1] ?? 0));
  return least;
}

// A theme month by month as bars, and what that says. No DOM.
export interface Bar {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A bar for each month, the highest as high as the picture; a month with any text is at least two high. */
export function bars(months: readonly number[], width: number, height: number): Bar[] {
  const most = Math.max(1, ...months);
  const step = width / Math.max(months.length, 6);
  return months.map((n, i) => {
    const high = n === 0 ? 0 : Math.max(2, (n / most) * height);
    return { x: width - (months.length - i) * step, y: height - high, width: Math.max(1, step - 2), height: high };
  });
}

/** The month with the most texts, the latest of several. */
export const fullest = (months: readonly number[]): number => months.lastIndexOf(Math.max(...months));

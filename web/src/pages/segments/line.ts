// Sizes as the points of a line in a box: it begins at zero, so that its height is honest. No DOM.
const EDGE = 2;

export function lineOf(sizes: readonly number[], width: number, height: number): string {
  const most = Math.max(1, ...sizes);
  const step = sizes.length > 1 ? (width - 2 * EDGE) / (sizes.length - 1) : 0;
  return sizes
    .map((size, place) => [EDGE + place * step, height - EDGE - (size / most) * (height - 2 * EDGE)])
    .map((point) => point.map((value) => Math.round(value * 10) / 10).join(','))
    .join(' ');
}

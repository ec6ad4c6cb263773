// A KPI's past as a small line with its band of doubt and its target, on one scale. No DOM.
import type { KpiNumber } from '../../api/kpis';

export interface Spark {
  line: string[];
  band: string[];
  dots: { x: number; y: number; last: boolean }[];
  target: number | null;
}

const EDGE = 3;
const round = (value: number): number => Math.round(value * 10) / 10;

/** Where nothing is known the line is broken: a gap stays a gap. */
export function spark(numbers: readonly KpiNumber[], target: number | null, width: number, height: number): Spark {
  const known = numbers.filter(({ value }) => value !== null);
  const all = known.flatMap(({ value, low, high }) => [value, low, high]).concat(target).filter((each): each is number => each !== null);
  const least = Math.min(...all);
  const span = Math.max(...all) - least || 1;
  const step = numbers.length > 1 ? (width - 2 * EDGE) / (numbers.length - 1) : 0;
  const x = (place: number): number => round(EDGE + (numbers.length > 1 ? place * step : width / 2 - EDGE));
  const y = (value: number): number => round(height - EDGE - ((value - least) / span) * (height - 2 * EDGE));
  const runs: number[][] = [];
  numbers.forEach(({ value }, place) => {
    if (value === null) return;
    const run = runs.at(-1);
    if (run && run.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  });
  const point = (place: number, side: 'value' | 'low' | 'high'): string => `${x(place)},${y(numbers[place]![side] ?? numbers[place]!.value!)}`;
  return {
    line: runs.map((run) => run.map((place) => point(place, 'value')).join(' ')),
    band: runs.filter((run) => run.length > 1).map((run) => [...run.map((place) => point(place, 'high')), ...run.toReversed().map((place) => point(place, 'low'))].join(' ')),
    dots: runs.flatMap((run) => run.filter((place) => run.length === 1 || place === numbers.length - 1)).map((place) => ({ x: x(place), y: y(numbers[place]!.value!), last: place === numbers.length - 1 })),
    target: target === null || !all.length ? null : y(target),
  };
}

// How much a touchpoint weighs by the numbers, beside what people declared, and whether the two disagree.
import type { MapView, Stop } from '../../../api/types';

export interface Weight {
  /** Place among all touchpoints, 1 the heaviest. */
  rank: number;
  of: number;
  share: number;
}

const ranked = (view: MapView, of: (stop: Stop) => number | null, stop: Stop): Weight | null => {
  const stops = view.stages.flatMap((stage) => stage.touchpoints);
  const mine = of(stop);
  if (mine === null) return null;
  const known = stops.map(of).filter((value): value is number => value !== null);
  return { rank: 1 + known.filter((value) => value > mine).length, of: known.length, share: mine };
};

/** By the share of all journeys that end here without the goal. */
export function losses(view: MapView, stop: Stop): Weight | null {
  const all = view.journeys.value ?? 0;
  return all < view.min_n ? null : ranked(view, (one) => (one.lost.value ?? 0) / all, stop);
}

/** By how differently the goal is met with and without coming here; only where the two intervals lie apart. */
export function turning(view: MapView, stop: Stop): Weight | null {
  const apart = (one: Stop): number | null => {
    const [here, elsewhere] = [one.goal_rate, one.goal_rate_without];
    if (here.value === null || elsewhere.value === null || here.too_few || elsewhere.too_few) return null;
    const clear = (here.low ?? 0) > (elsewhere.high ?? 1) || (here.high ?? 1) < (elsewhere.low ?? 0);
    return clear ? Math.abs(here.value - elsewhere.value) : null;
  };
  return ranked(view, apart, stop);
}

/** Declared heavy but light by the numbers, or the other way round. */
export function disagree(criticality: string | null, measured: Weight | null): 'heavier' | 'lighter' | null {
  if (!criticality || !measured || measured.of < 3) return null;
  const heavy = criticality === 'high' || criticality === 'blocker';
  if (heavy && measured.rank > Math.ceil(measured.of / 2)) return 'lighter';
  if (criticality === 'low' && measured.rank <= Math.ceil(measured.of / 4) && measured.share > 0) return 'heavier';
  return null;
}

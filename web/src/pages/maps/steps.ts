// The first hour's steps: where each is done, and which is next.
import type { FirstHour } from '../../api/bin';

export type Step = FirstHour['steps'][number];

/** The page where a step is done; sharing needs none. */
export function placeOf(step: Step): string | null {
  if (step.name === 'data') return '/data';
  if (step.name === 'map') return '/maps/propose';
  return step.map !== null && step.name !== 'share' ? `/maps/${encodeURIComponent(step.map)}` : null;
}

/** The first step that is not done: the only one that the list explains. */
export const nextOf = (steps: readonly Step[]): Step | null => steps.find((step) => !step.done) ?? null;

export const leftOf = (steps: readonly Step[]): number => steps.filter((step) => !step.done).length;

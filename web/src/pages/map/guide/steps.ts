// The six steps in order: which is done, which comes next, and how a missing thing is filled in. No DOM.
import type { At } from '../../../api/edits';
import type { Point, Step } from '../../../api/steps';
import type { Kind } from '../edit/fields';

export const STEPS: readonly Step[] = ['persona', 'touchpoints', 'goals', 'obstacles', 'focus', 'removal'];

export const pointsOf = (points: readonly Point[], step: Step): readonly Point[] => points.filter((point) => point.step === step);

/** A step is done when nothing of it is missing; one about nothing is not. */
export function isDone(points: readonly Point[], step: Step): boolean {
  const own = pointsOf(points, step).filter((point) => point.of > 0);
  return own.length > 0 && own.every((point) => point.missing.length === 0);
}

export const stepNamed = (name: string | null): Step => STEPS.find((step) => step === name) ?? 'persona';

export const after = (step: Step, by: 1 | -1): Step | null => STEPS[STEPS.indexOf(step) + by] ?? null;

export interface Filling {
  kind: Kind;
  at: At;
  options?: readonly string[];
}

const KINDS: Record<string, [Kind, ...string[]]> = {
  scenario: ['long', 'scenario'],
  expectations: ['texts', 'expectations'],
  map_owner: ['word', 'owner'],
  owner: ['word', 'owner'],
  customer_goal: ['words', 'customer_goal'],
  channel: ['word', 'channel'],
  emotion: ['score', 'emotion', 'assumed'],
  criticality: ['choice', 'criticality'],
};

/** The field that fills a missing thing in right here; null where it takes more than a field. */
export function fieldOf(point: Point, at: At): Filling | null {
  const found = KINDS[point.name];
  if (!found) return null;
  const [kind, ...tail] = found;
  return { kind, at: [...at, ...tail], ...(point.name === 'criticality' ? { options: ['low', 'medium', 'high', 'blocker'] } : {}) };
}

/** The stage or touchpoint that an address is about, as the page's own address names it; null: the map itself. */
export function partOf(at: At): { stage: string } | { stop: string } | null {
  if (at[2] === 'touchpoints' && at[3]) return { stop: at[3] };
  return at[0] === 'stages' && at[1] ? { stage: at[1] } : null;
}

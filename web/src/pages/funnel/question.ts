// The question of the funnel page: from the address, else a sensible first one, to the document that is asked. No DOM.
import { storyOf } from '../../state/story';
import type { EventKind, Question, Workspace } from '../../api/types';
import { listOf } from '../../state/lists';

export const WINDOWS = ['1h', '1d', '7d', '14d', '30d', '42d', '60d', '90d', 'none'] as const;
export const ORDERS = ['ordered', 'strict', 'unordered'] as const;
export const MOST_STEPS = 8;

export interface FunnelChoice {
  steps: string[];
  window: string;
  order: string;
  segment: string;
  from: string;
  to: string;
}

/** Events from the most to the least common, none as common as the one before: a first funnel that narrows. */
export function firstSteps(events: readonly EventKind[], most = 4): string[] {
  const ranked = [...events].sort((a, b) => b.people - a.people || b.events - a.events || (a.name < b.name ? -1 : 1));
  const narrowing = ranked.filter((kind, place) => kind.people > 0 && kind.people !== ranked[place - 1]?.people);
  if (narrowing.length <= most) return narrowing.map((kind) => kind.name);
  const last = narrowing.length - 1;
  return Array.from({ length: most }, (_, k) => narrowing[Math.round((k * last) / (most - 1))]!.name);
}

/** What the address says; of itself the funnel tells the story of the first map, or, without one, of the events there are. */
export function choiceOf(query: URLSearchParams, known: Pick<Workspace, 'events' | 'maps'> | null): FunnelChoice {
  const steps = listOf(query.get('steps'));
  const story = known ? storyOf(known) : [];
  const order = query.get('order') ?? '';
  return {
    steps: steps.length ? steps.slice(0, MOST_STEPS) : story.length > 1 ? story.slice(0, MOST_STEPS) : firstSteps(known?.events ?? []),
    window: query.get('window') ?? '42d',
    order: ORDERS.some((known) => known === order) ? order : 'ordered',
    segment: query.get('segment') ?? '',
    from: query.get('date_from') ?? '',
    to: query.get('date_to') ?? '',
  };
}

export function questionOf(choice: FunnelChoice): Question {
  const params: Record<string, unknown> = {
    steps: choice.steps.map((event) => ({ event })),
    window: choice.window,
    order: choice.order,
  };
  if (choice.segment) params.segment = choice.segment;
  if (choice.from) params.date_from = choice.from;
  if (choice.to) params.date_to = choice.to;
  return { analysis: 'funnel', params };
}

/** The steps with one moved by so many places. */
export function moved(steps: readonly string[], place: number, by: number): string[] {
  const next = [...steps];
  const [step] = next.splice(place, 1);
  if (step !== undefined) next.splice(Math.max(0, place + by), 0, step);
  return next;
}

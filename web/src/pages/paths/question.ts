// The question of the paths page: from the address to the document that is asked. No DOM.
import type { Question, Workspace } from '../../api/types';
import { listOf } from '../../state/lists';
import { storyOf } from '../../state/story';

export const GAPS = ['30m', '1d', '7d', '14d', '30d', '90d'] as const;
/** In the address: from wherever a path begins. Without a word, from where the first map begins. */
export const ANYWHERE = '*';
export const STEPS = [3, 4, 5, 6, 7, 8] as const;

export interface PathsChoice {
  start: string;
  end: string;
  via: string;
  steps: number;
  gap: string;
  without: string[];
  segment: string;
  from: string;
  to: string;
}

export function choiceOf(query: URLSearchParams, known: Pick<Workspace, 'events' | 'maps'> | null): PathsChoice {
  const start = query.get('start') ?? (known ? storyOf(known)[0] : null) ?? ANYWHERE;
  const steps = Number(query.get('steps'));
  return {
    start: start === ANYWHERE ? '' : start,
    end: query.get('end') ?? '',
    via: query.get('via') ?? '',
    steps: STEPS.some((known) => known === steps) ? steps : 5,
    gap: query.get('gap') ?? '30d',
    without: listOf(query.get('without')),
    segment: query.get('segment') ?? '',
    from: query.get('date_from') ?? '',
    to: query.get('date_to') ?? '',
  };
}

export function questionOf(choice: PathsChoice): Question {
  const params: Record<string, unknown> = { max_steps: choice.steps, session_gap: choice.gap };
  if (choice.start) params.start_node = choice.start;
  if (choice.end) params.end_node = choice.end;
  if (choice.via) params.via_node = choice.via;
  if (choice.without.length) params.exclude_nodes = choice.without;
  if (choice.segment) params.segment = choice.segment;
  if (choice.from) params.date_from = choice.from;
  if (choice.to) params.date_to = choice.to;
  return { analysis: 'paths', params };
}

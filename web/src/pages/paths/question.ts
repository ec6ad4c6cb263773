// The question of the paths page: from the address to the document that is asked. No DOM.
import type { Question } from '../../api/types';
import { listOf } from '../../state/lists';

export const GAPS = ['30m', '1d', '7d', '14d', '30d', '90d'] as const;
export const STEPS = [3, 4, 5, 6, 7, 8] as const;

export interface PathsChoice {
  start: string;
  end: string;
  via: string;
  steps: number;
  gap: string;
  without: string[];
  segment: string;
}

export function choiceOf(query: URLSearchParams): PathsChoice {
  const steps = Number(query.get('steps'));
  return {
    start: query.get('start') ?? '',
    end: query.get('end') ?? '',
    via: query.get('via') ?? '',
    steps: STEPS.some((known) => known === steps) ? steps : 5,
    gap: query.get('gap') ?? '30d',
    without: listOf(query.get('without')),
    segment: query.get('segment') ?? '',
  };
}

export function questionOf(choice: PathsChoice): Question {
  const params: Record<string, unknown> = { max_steps: choice.steps, session_gap: choice.gap };
  if (choice.start) params.start_node = choice.start;
  if (choice.end) params.end_node = choice.end;
  if (choice.via) params.via_node = choice.via;
  if (choice.without.length) params.exclude_nodes = choice.without;
  if (choice.segment) params.segment = choice.segment;
  return { analysis: 'paths', params };
}

// A job's runs as a person reads them. No DOM.
import type { ReadingJob, Run } from '../../api/reading';

export type Health = 'running' | 'wanted' | 'new' | 'failed' | 'fine';

/** How a job is: what it does now, else how its last run ended. */
export function healthOf(job: ReadingJob): Health {
  if (job.now) return job.now;
  const last = job.runs[0];
  if (!last) return 'new';
  return last.state === 'failed' ? 'failed' : 'fine';
}

/** So many runs failed one after the other, up to now. */
export function failures(runs: readonly Run[]): number {
  const first = runs.findIndex((run) => run.state !== 'failed');
  return first < 0 ? runs.length : first;
}

/** Why a run failed, without the codes that programs read. */
export const plain = (said: string): string => said.replace(/(^|: )[a-z]+(?:_[a-z]+)+: /g, '$1');

/** What a rhythm is in words: its unit and how many of them. */
export function rhythm(seconds: number): { unit: 'day' | 'hour' | 'minute' | 'second'; n: number } {
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60]] as const) {
    if (seconds >= size && seconds % size === 0) return { unit, n: seconds / size };
  }
  return { unit: 'second', n: seconds };
}

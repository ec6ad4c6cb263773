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

export interface Reason {
  file: string | null;
  code: string | null;
  text: string;
}

/** Why a run failed: of each line the file, if one is named, the code, and the server's own words. */
export function reasonsOf(said: string): Reason[] {
  return said.split('\n').map((line) => {
    const found = /^(?:(.+?): )??([a-z]+(?:_[a-z]+)+): (.*)$/.exec(line);
    return found ? { file: found[1] ?? null, code: found[2] ?? null, text: found[3] ?? '' } : { file: null, code: null, text: line };
  });
}

/** What a rhythm is in words: its unit and how many of them. */
export function rhythm(seconds: number): { unit: 'day' | 'hour' | 'minute' | 'second'; n: number } {
  for (const [unit, size] of [['day', 86400], ['hour', 3600], ['minute', 60]] as const) {
    if (seconds >= size && seconds % size === 0) return { unit, n: seconds / size };
  }
  return { unit: 'second', n: seconds };
}

// Loads: what was loaded, taking it back, putting it back, deciding about changed rows, loading more.
import { get, post, send } from './client';
import type { Answers, ChangedRows, Guess, Job, LoadView } from './types';

const loadPath = (load: string): string => `/api/loads/${encodeURIComponent(load)}`;

/** Every load, also those in the bin. */
export const getLoads = async (signal?: AbortSignal): Promise<readonly LoadView[]> =>
  (await get<{ loads: LoadView[] }>('/api/loads', {}, signal)).loads;

export const takeBack = (load: string): Promise<unknown> => send('DELETE', loadPath(load));

export const putBack = (load: string): Promise<unknown> => post(`${loadPath(load)}/restore`, {});

export const decide = (load: string, decision: 'keep' | 'replace'): Promise<unknown> =>
  post(`${loadPath(load)}/decision`, { decision });

/** The first rows of a load that say something else about known ids. */
export const getChanges = (load: string, signal?: AbortSignal): Promise<ChangedRows> =>
  get(`${loadPath(load)}/changes`, {}, signal);

/** What the files of an upload tell, with what was said about them so far. Nothing is loaded by this. */
export const guessFiles = (files: readonly string[], answers: Answers, signal?: AbortSignal): Promise<Guess> =>
  post('/api/loads/guess', { files, answers }, signal);

/** Begins a load; the answer names the job that can be followed. */
export const startLoad = (files: readonly string[], answers: Answers): Promise<Pick<Job, 'job'>> =>
  post('/api/loads', { files, answers });

// Files sent in slices, and the loads they become.
import { get, send } from './client';
import type { Job, Uploaded } from './types';

/** Which slice of a file: number `part` of `of`; files that belong together share an upload. */
export interface SliceOf {
  name: string;
  part: number;
  of: number;
  upload: string;
}

export const sendSlice = ({ name, ...query }: SliceOf, body: Blob, signal?: AbortSignal): Promise<Uploaded> =>
  send('PUT', `/api/uploads/${encodeURIComponent(name)}`, query, body, signal);

export const forgetUpload = (upload: string): Promise<null> =>
  send('DELETE', `/api/uploads/${encodeURIComponent(upload)}`);

const jobPath = (job: string): string => `/api/loads/jobs/${encodeURIComponent(job)}`;

export const getJob = (job: string, signal?: AbortSignal): Promise<Job> => get(jobPath(job), {}, signal);

export const stopJob = (job: string): Promise<Job> => send('DELETE', jobPath(job));

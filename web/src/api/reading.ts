// What is read again and again, and what clients recorded of visits.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Reading = Schemas['ReadingView'];
export type ReadingJob = Schemas['JobView'];
export type Run = Schemas['RunView'];
export type Recorded = Schemas['Recorded'];
export type RecordedPage = Schemas['RecordedPage'];
export type Recording = Schemas['Recording'];

export const getReading = (signal?: AbortSignal): Promise<Reading> => get('/api/jobs', {}, signal);

export const runJob = (job: string): Promise<ReadingJob> => post(`/api/jobs/${encodeURIComponent(job)}/run`, {});

export const getRecorded = (signal?: AbortSignal): Promise<Recorded> => get('/api/recorded', {}, signal);

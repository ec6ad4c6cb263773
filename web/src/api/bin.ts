// Deleting documents, what would miss them, the bin; the first hour's list and the sample that can go.
import { get, post, send } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Binned = Schemas['Binned'];
export type Dependent = Schemas['Dependent'];
export type FirstHour = Schemas['FirstHour'];
export type Removed = Schemas['Removed'];

const documentPath = (kind: string, id: string): string => `/api/documents/${encodeURIComponent(kind)}/${encodeURIComponent(id)}`;

export const deleteDocument = (kind: string, id: string, lang: string): Promise<Binned> => send('DELETE', documentPath(kind, id), { lang });

export const getDependents = async (kind: string, id: string, lang: string, signal?: AbortSignal): Promise<Dependent[]> =>
  (await get<{ dependents: Dependent[] }>(`${documentPath(kind, id)}/dependents`, { lang }, signal)).dependents;

export const getBin = async (lang: string, signal?: AbortSignal): Promise<Binned[]> =>
  (await get<{ documents: Binned[] }>('/api/bin', { lang }, signal)).documents;

export const restoreDocument = (entry: string): Promise<Binned> => post(`/api/bin/${encodeURIComponent(entry)}/restore`, {});

export const getFirstHour = (signal?: AbortSignal): Promise<FirstHour> => get('/api/first-hour', {}, signal);

export const tellFirstHour = (what: 'shared' | 'dismissed'): Promise<FirstHour> => post('/api/first-hour', { what });

export const removeSamples = (): Promise<Removed> => post('/api/samples/remove', {});

// Personas with the customers behind them, and reports about segments.
import { get } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type PersonaEntry = Schemas['PersonaEntry'];
export type Report = Schemas['Report'];
export type Against = Report['amounts'][number];

export const getPersonas = (lang: string, signal?: AbortSignal): Promise<PersonaEntry[]> => get('/api/personas', { lang }, signal);

export const getReport = (segment: string, lang: string, signal?: AbortSignal): Promise<Report> =>
  get(`/api/segments/${encodeURIComponent(segment)}/report`, { lang }, signal);

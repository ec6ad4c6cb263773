// Alerts: their documents, what they see and told, where they may be sent, and one tried before it is kept.
import { get, post } from './client';
import type { Kpi } from './kpis';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Alert = Schemas['AlertRow'];
export type Shelf = Schemas['AlertShelf'];
export type Seen = Schemas['alerts_looking_Looked'];
export type Past = Schemas['PastAlert'];

export const getAlerts = (lang: string, signal?: AbortSignal): Promise<Shelf> => get('/api/alerts/documents', { lang }, signal);

export const getSeen = (signal?: AbortSignal): Promise<Seen[]> => get('/api/alerts', {}, signal);

export const getPast = (signal?: AbortSignal): Promise<Past[]> => get('/api/alerts/history', {}, signal);

export const getPlaces = async (signal?: AbortSignal): Promise<string[]> => (await get<{ places: string[] }>('/api/alerts/places', {}, signal)).places;

export const getKpis = async (lang: string, signal?: AbortSignal): Promise<Kpi[]> => (await get<{ kpis: Kpi[] }>('/api/kpis', { lang }, signal)).kpis;

export const saveAlert = (id: string, fields: Record<string, unknown>, lang: string): Promise<Alert> => post(`/api/alerts/documents?lang=${lang}`, { id, fields });

export const tryAlert = (id: string, fields: Record<string, unknown>, lang: string): Promise<Seen> => post(`/api/alerts/try?lang=${lang}`, { id, fields });

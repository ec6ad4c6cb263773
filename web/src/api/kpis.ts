// KPIs, how things stand, and channels side by side.
import { get, post, type MapChoice } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Kpi = Schemas['Kpi'];
export type KpiNumber = Schemas['KpiNumber'];
export type Standing = Schemas['HowThingsStand'];
export type KpiSplit = Schemas['KpiSplit'];
export type KpiLane = Schemas['KpiLane'];
export type Channels = Schemas['Channels'];
export interface Whom {
  segment: string | null;
  date_from: string | null;
  date_to: string | null;
}

export const getStanding = (whom: Whom, lang: string, signal?: AbortSignal): Promise<Standing> =>
  get('/api/standing', { ...whom, lang }, signal);

export const getChannels = (whom: Whom, signal?: AbortSignal): Promise<Channels> => get('/api/channels', { ...whom }, signal);

export const getSplits = (id: string, whom: Whom, signal?: AbortSignal): Promise<KpiSplit[]> =>
  get(`/api/kpis/${encodeURIComponent(id)}/splits`, { ...whom }, signal);

export const getMapKpis = (map: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<KpiLane> =>
  get(`/api/maps/${encodeURIComponent(map)}/kpis`, { ...choice, lang }, signal);

export const getUsual = (lang: string, signal?: AbortSignal): Promise<string[]> => get('/api/kpis/usual', { lang }, signal);

export const addUsual = (): Promise<{ ids: string[] }> => post('/api/kpis/usual', {});

export const saveKpi = (id: string, fields: Record<string, unknown>, lang: string): Promise<{ ids: string[] }> =>
  post(`/api/kpis?lang=${lang}`, { id, fields });

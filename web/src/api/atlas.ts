// All maps as a tree, and how each of them does.
import { get } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type AtlasPlace = Schemas['AtlasPlace'];
export type AtlasRow = Schemas['AtlasRow'];

export const getAtlas = (lang: string, signal?: AbortSignal): Promise<AtlasPlace[]> => get('/api/atlas', { lang }, signal);

export const getAtlasRow = (id: string, lang: string, signal?: AbortSignal): Promise<AtlasRow> =>
  get(`/api/atlas/${encodeURIComponent(id)}`, { lang }, signal);

// What customers said at a touchpoint in their own words.
import { get, type MapChoice } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Voices = Schemas['Voices'];
export type Voice = Schemas['Voice'];
export type Side = Schemas['SideCount'];

export const getVoices = (map: string, touchpoint: string, choice: MapChoice, after: string | null, signal?: AbortSignal): Promise<Voices> =>
  get(`/api/maps/${encodeURIComponent(map)}/voices`, { ...choice, touchpoint, after }, signal);

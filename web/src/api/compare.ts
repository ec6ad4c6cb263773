// A map compared: two sides of it, and the small maps of all segments.
import { get, type MapChoice } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type MapComparison = Schemas['MapComparison'];
export type ComparedNumber = Schemas['ComparedNumber'];
export type ComparedSide = Schemas['ComparedSide'];
export type SmallMaps = Schemas['SmallMaps'];
export type SmallMap = Schemas['SmallMap'];

const path = (id: string, what: string): string => `/api/maps/${encodeURIComponent(id)}/${what}`;

/** beside: what is not said of it is as on the first side; the segment "*" is everyone. */
export const getCompared = (id: string, one: MapChoice, beside: MapChoice, lang: string, signal?: AbortSignal): Promise<MapComparison> =>
  get(path(id, 'compared'), { ...one, with: beside.segment, with_from: beside.from, with_to: beside.to, lang }, signal);

export const getSmallMaps = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<SmallMaps> =>
  get(path(id, 'segments'), { ...choice, lang }, signal);

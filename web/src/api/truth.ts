// A map beside the truth: the desired journey against what happens, and what stops customers.
import { get, type MapChoice } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type DesiredView = Schemas['DesiredView'];
export type Deviation = Schemas['Deviation'];
export type BarriersView = Schemas['BarriersView'];
export type FoundBarrier = Schemas['FoundView'];

const path = (id: string, what: string): string => `/api/maps/${encodeURIComponent(id)}/${what}`;

export const getDeviations = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<DesiredView> =>
  get(path(id, 'deviations'), { ...choice, lang }, signal);

export const getBarriers = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<BarriersView> =>
  get(path(id, 'barriers'), { ...choice, lang }, signal);

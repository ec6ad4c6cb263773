// What customers feel on a map over time, where its way is rough, and what moves what they say and do.
import { get, type MapChoice } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type MoodsView = Schemas['MoodsView'];
export type FrictionView = Schemas['FrictionView'];
export type StopFriction = Schemas['StopFriction'];
export type DriversView = Schemas['DriversView'];
export type DriverView = Schemas['DriverView'];

const path = (id: string, what: string): string => `/api/maps/${encodeURIComponent(id)}/${what}`;

export const getMoods = (id: string, part: string | null, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<MoodsView> =>
  get(path(id, 'moods'), { ...choice, part, lang }, signal);

export const getFriction = (id: string, choice: MapChoice, signal?: AbortSignal): Promise<FrictionView> => get(path(id, 'friction'), { ...choice }, signal);

export const getDrivers = (id: string, of: string | null, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<DriversView> =>
  get(path(id, 'drivers'), { ...choice, of, lang }, signal);

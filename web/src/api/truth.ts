// A map beside the truth: the desired journey against what happens, what stops customers, what they feel and what moves them.
import { get, type MapChoice } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type DesiredView = Schemas['DesiredView'];
export type Deviation = Schemas['Deviation'];
export type BarriersView = Schemas['BarriersView'];
export type FoundBarrier = Schemas['FoundView'];
export type MoodsView = Schemas['MoodsView'];
export type FrictionView = Schemas['FrictionView'];
export type StopFriction = Schemas['StopFriction'];
export type DriversView = Schemas['DriversView'];
export type DriverView = Schemas['DriverView'];

const path = (id: string, what: string): string => `/api/maps/${encodeURIComponent(id)}/${what}`;

export const getDeviations = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<DesiredView> =>
  get(path(id, 'deviations'), { ...choice, lang }, signal);

export const getBarriers = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<BarriersView> =>
  get(path(id, 'barriers'), { ...choice, lang }, signal);

export const getMoods = (id: string, part: string | null, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<MoodsView> =>
  get(path(id, 'moods'), { ...choice, part, lang }, signal);

export const getFriction = (id: string, choice: MapChoice, signal?: AbortSignal): Promise<FrictionView> => get(path(id, 'friction'), { ...choice }, signal);

export const getDrivers = (id: string, of: string | null, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<DriversView> =>
  get(path(id, 'drivers'), { ...choice, of, lang }, signal);

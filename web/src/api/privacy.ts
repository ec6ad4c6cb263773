// What people allowed, of whom nothing is taken, and how long events are kept.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Consent = Schemas['ConsentView'];
export type Retention = Schemas['Retention'];
export type Suppressed = Schemas['Suppressed'];
export type RemovedEvents = Schemas['RemovedEvents'];

/** Everything that the page shows. */
export interface Privacy {
  consent: Consent;
  retention: Retention;
}

export async function getPrivacy(lang: string, signal?: AbortSignal): Promise<Privacy> {
  const [consent, retention] = await Promise.all([
    get<Consent>('/api/consent', { lang }, signal),
    get<Retention>('/api/retention', { lang }, signal),
  ]);
  return { consent, retention };
}

export const suppress = (ids: readonly string[]): Promise<Suppressed> => post('/api/suppressions', { ids });
export const lift = (ids: readonly string[]): Promise<Suppressed> => post('/api/suppressions/lift', { ids });
export const retire = (): Promise<RemovedEvents> => post('/api/retention', {});

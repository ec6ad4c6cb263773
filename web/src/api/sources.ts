// Where events come from: sources with their keys, what arrives right now, own domains and accounts, the tracking plan.
import { get, listen, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Sources = Schemas['SourcesView'];
export type Source = Schemas['SourceView'];
export type WriteKey = Schemas['KeyView'];
export type Plan = Schemas['PlanView'];
export type Drift = Schemas['Drift'];
export type Account = Schemas['AccountView'];
export type NewKey = Schemas['NewKey'];

/** A message as it came in: taken, or set aside with the reason. The stream of them is no part of the description. */
export interface Arriving {
  id: string;
  received: string;
  source: string;
  type: string;
  event: string | null;
  customer: string | null;
  ts: string | null;
  properties: Record<string, string | number | boolean>;
  raw: string | null;
  reason: string | null;
}

export const getSources = (signal?: AbortSignal): Promise<Sources> => get('/api/sources', {}, signal);

export const createKey = (source: string): Promise<NewKey> => post('/api/sources/keys', { source });

export const revokeKey = (id: string): Promise<WriteKey> => post(`/api/sources/keys/${encodeURIComponent(id)}/revoke`, {});

export const setCounting = (bots: boolean, tests: boolean): Promise<Sources> => post('/api/sources/counting', { bots, tests });

export const setDomains = (domains: readonly string[]): Promise<Sources> => post('/api/sources/domains', { domains });

export const setAccounts = (accounts: readonly Account[]): Promise<Sources> => post('/api/sources/accounts', { accounts });

export const planWhatComes = (): Promise<Plan> => post('/api/sources/plan', {});

export const hearArriving = (source: string | null, arrived: (each: Arriving) => void, lost: (isLost: boolean) => void): (() => void) =>
  listen<Arriving>('/api/sources/arriving', { source }, { arrived }, lost);

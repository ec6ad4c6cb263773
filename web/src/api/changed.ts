// What keeps a map true: changes proposed for it, and since when its numbers are others.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type ProposalsView = Schemas['ProposalsView'];
export type Proposed = Schemas['Proposed'];
export type DriftView = Schemas['DriftView'];
export type Drift = Schemas['DriftChange'];

const path = (id: string, what: string): string => `/api/maps/${encodeURIComponent(id)}/${what}`;

export const getProposals = (id: string, lang: string, signal?: AbortSignal): Promise<ProposalsView> => get(path(id, 'proposals'), { lang }, signal);

export const dismissProposal = (id: string, key: string, reason: string, lang: string): Promise<ProposalsView> =>
  post(`${path(id, `proposals/${encodeURIComponent(key)}/dismiss`)}?lang=${lang}`, { reason });

export const getDrift = (id: string, lang: string, signal?: AbortSignal): Promise<DriftView> => get(path(id, 'drift'), { lang }, signal);

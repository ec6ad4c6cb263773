// Which ids are one customer, why, and what people decide about it.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type WhoIsWho = Schemas['WhoIsWho'];
export type Merges = Schemas['TheMerges'];
export type Merge = Schemas['TheMerge'];
export type Decision = Schemas['TheDecision'];
export type Proposal = Schemas['TheProposal'];
export type KnownId = Schemas['KnownId'];
export type Change = Schemas['Change'];
export type Deed = Schemas['Deed'];

export const getWhoIsWho = (signal?: AbortSignal): Promise<WhoIsWho> => get('/api/identity', {}, signal);

export const getMerges = (customer: string, limit: number, signal?: AbortSignal): Promise<Merges> =>
  get('/api/identity/merges', { customer: customer || null, limit }, signal);

export const decide = (deed: Partial<Deed> & Pick<Deed, 'do'>): Promise<WhoIsWho> => post('/api/identity/decisions', deed);

export const lookBefore = (what: { rules: string } | { undo: string }): Promise<Change> => post('/api/identity/preview', what);

export const keepRules = (rules: string): Promise<WhoIsWho> => post('/api/identity/rules', { rules });

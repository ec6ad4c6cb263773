// A first map: asked for, changed by choices, saved.
import { get, post } from './client';
import type { Choice, Proposal } from './types';

export const getProposal = (lang: string, signal?: AbortSignal): Promise<Proposal> => get('/api/proposal', { lang }, signal);

export const changeProposal = (choices: readonly Choice[], lang: string, signal?: AbortSignal): Promise<Proposal> =>
  post('/api/proposal', { choices, lang }, signal);

/** Put a new map on the shelf; one that is there is never overwritten. */
export const saveMap = (id: string, text: string): Promise<{ id: string }> => post('/api/maps', { id, text });

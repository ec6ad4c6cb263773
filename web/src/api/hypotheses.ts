// Hypotheses: what was expected of whom, and what events say of it.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Hypotheses = Schemas['Hypotheses'];
export type Hypothesis = Schemas['HypothesisView'];
export type Seen = Schemas['Seen'];
export type HypothesisDraft = Schemas['HypothesisDraft'];

export const getHypotheses = (lang: string, signal?: AbortSignal): Promise<Hypotheses> => get('/api/hypotheses', { lang }, signal);

export const saveHypothesis = (draft: HypothesisDraft, lang: string): Promise<Hypotheses> =>
  post(`/api/hypotheses?lang=${lang}`, draft);

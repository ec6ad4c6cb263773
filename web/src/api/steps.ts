// The six steps to a map: how much of it is filled in, and what the data proposes next.
import { get } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type SixSteps = Schemas['SixSteps'];
export type StepProposal = Schemas['StepProposal'];
export type Point = SixSteps['complete']['points'][number];
export type Step = Point['step'];

export const getSteps = (map: string, lang: string, signal?: AbortSignal): Promise<SixSteps> => get(`/api/maps/${encodeURIComponent(map)}/steps`, { lang }, signal);

// Segments: which there are and how large, what a rule would come to, who was in one, those of the practice.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Segments = Schemas['Shelf'];
export type Segment = Schemas['SegmentRow'];
export type RulePreview = Schemas['Preview'];
export type SegmentMembers = Schemas['MemberList'];
export type SegmentTrend = Schemas['Trend'];
export type FamilyProposal = Schemas['FamilyProposal'];

const path = (id: string, what: string): string => `/api/segments/${encodeURIComponent(id)}/${what}`;

export const getSegments = (lang: string, signal?: AbortSignal): Promise<Segments> => get('/api/segments', { lang }, signal);

export const getTrend = (id: string, signal?: AbortSignal): Promise<SegmentTrend> => get(path(id, 'trend'), { weeks: 12 }, signal);

export const getMembers = (id: string, at: string | null, most: number, signal?: AbortSignal): Promise<SegmentMembers> =>
  get(path(id, 'members'), { at, most }, signal);

export const getFamilies = (signal?: AbortSignal): Promise<FamilyProposal[]> => get('/api/segments/families', {}, signal);

export const tryRule = (rule: string, signal?: AbortSignal): Promise<RulePreview> => post('/api/segments/preview', { rule }, signal);

export const saveSegment = (segment: { id: string; name: string; rule: string; kind: string }, lang: string): Promise<{ id: string }> =>
  post(`/api/segments?lang=${lang}`, segment);

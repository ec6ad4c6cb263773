// Maps as files and from files, templates to begin from, and links that show one map.
import { inside } from '../state/base';
import { get, post, send } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Template = Schemas['Template'];
export type Share = Schemas['ShareView'];
export type NewShare = Schemas['NewShare'];
export type Brought = Schemas['Brought'];

type Query = Record<string, string | null | undefined>;

const ofMap = (map: string, what: string): string => `/api/maps/${encodeURIComponent(map)}/${what}`;

/** Where a map's file lies; what is not chosen is left out. */
export function fileHref(map: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) search.set(name, value);
  return inside(`${ofMap(map, 'file')}?${search.toString()}`);
}

export const getTemplates = (lang: string, signal?: AbortSignal): Promise<Template[]> => get('/api/templates', { lang }, signal);

export const beginFrom = (template: string, id: string, title: string): Promise<{ id: string }> => post('/api/templates', { template, id, title });

export const keepTemplate = (map: string, id: string): Promise<{ id: string }> => post('/api/templates/kept', { map, id });

export const getShares = (map: string, signal?: AbortSignal): Promise<Share[]> => get(ofMap(map, 'shares'), {}, signal);

export const makeShare = (map: string, share: { days: number; numbers: boolean; lang: string; segment: string | null; frames: string[] }): Promise<NewShare> =>
  post(ofMap(map, 'shares'), share);

export const endShare = (id: string): Promise<unknown> => send('DELETE', `/api/shares/${id}`);

/** What map a file holds; nothing is saved. */
export const bringFile = (name: string, content: string, id: string | null): Promise<Brought> => post('/api/bring', { name, content, id });

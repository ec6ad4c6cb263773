// Editing maps: drafts, edits, undo, publishing, versions, what a rule matches, and what people say beside the map.
import { get, post, send } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type DraftView = Schemas['DraftView'];
export type Wish = { key: string; bunch: string; edit: Edit };
export type Outcome = Schemas['Outcome'];
export type Version = Schemas['MapVersion'];
export type Deed = Schemas['MapDeed'];
export type History = Schemas['MapHistory'];
export type Compared = Schemas['Compared'];
export type Matched = Schemas['Matched'];
export type Remark = Schemas['MapRemark'];

/** Where a part stands: names of fields, and ids of the items of lists. */
export type At = readonly string[];
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One small change of a map's document; see the guide on editing. */
export interface Edit {
  kind: 'set' | 'add' | 'remove' | 'move';
  at: At;
  value?: Json;
  was?: Json;
  after?: string | null;
  to?: At;
}

export interface Edited {
  outcomes: Outcome[];
  draft: DraftView;
}

const path = (map: string, what: string): string => `/api/maps/${encodeURIComponent(map)}/${what}`;

export const getDraft = (map: string, hand: string, signal?: AbortSignal): Promise<DraftView> => get(path(map, 'draft'), { hand }, signal);

export const sendEdits = (map: string, hand: string, wishes: readonly Wish[]): Promise<Edited> => post(path(map, 'edits'), { hand, wishes });

export const undo = (map: string, hand: string, redo: boolean): Promise<Edited> => post(path(map, 'undo'), { hand, redo });

export const publish = (map: string, hand: string, note: string): Promise<{ version: number }> => post(path(map, 'publish'), { hand, note });

export const restore = (map: string, hand: string, version: string): Promise<DraftView> => post(path(map, 'restore'), { hand, version });

export const getHistory = (map: string, lang: string, signal?: AbortSignal): Promise<History> => get(path(map, 'versions'), { lang }, signal);

export const compare = (map: string, before: string, after: string, lang: string, signal?: AbortSignal): Promise<Compared> =>
  get(path(map, 'changes'), { before, after, lang }, signal);

export const tryMatch = (match: Json, signal?: AbortSignal): Promise<Matched> => post('/api/match', { match }, signal);

export const getRemarks = (map: string, signal?: AbortSignal): Promise<{ remarks: Remark[] }> => get(path(map, 'remarks'), {}, signal);

export const sayRemark = (map: string, said: { text: string; kind: 'comment' | 'note'; at: At; parent?: number | null }): Promise<{ remarks: Remark[] }> =>
  post(path(map, 'remarks'), said);

export const settleRemark = (map: string, id: number, done: boolean): Promise<{ remarks: Remark[] }> => post(path(map, `remarks/${id}/settle`), { done });

export const takeBackRemark = (map: string, id: number): Promise<{ remarks: Remark[] }> => send('DELETE', path(map, `remarks/${id}`));

export const newMap = (id: string, text: string): Promise<{ id: string }> => post('/api/maps', { id, text });

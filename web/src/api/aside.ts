// What was set aside: seen by reason, item by item, mended by a rule or by hand, dismissed, brought back, tried again.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Aside = Schemas['Aside'];
export type AsideGroup = Schemas['AsideGroup'];
export type AsideItem = Schemas['AsideItem'];
export type AsidePage = Schemas['AsidePage'];
export type AsidePreview = Schemas['AsidePreview'];
export type KeptRule = Schemas['KeptRule'];
export type Mended = Schemas['Mended'];

/** Which items; a part that is not given is not asked about, an empty `field` asks for items without one. */
export interface Which {
  source?: string | null;
  code?: string;
  field?: string;
  load?: string | null;
  ids?: string[];
}

export type Being = 'waiting' | 'dismissed';
export type Rule = Record<string, unknown>;

const at = (deed: string): string => `/api/set-aside/${deed}`;

export const getAside = ({ source, load }: Which, signal?: AbortSignal): Promise<Aside> => get('/api/set-aside', { source, load }, signal);

export const getItems = (which: Which, state: Being, after: string | null, signal?: AbortSignal): Promise<AsidePage> =>
  get(at('items'), { source: which.source, code: which.code, field: which.field, load: which.load, state, after }, signal);

export const previewRule = (source: string, rule: Rule, signal?: AbortSignal): Promise<AsidePreview> =>
  post(at('preview'), { source, rule }, signal);

export const repair = (source: string, rule: Rule): Promise<Mended> => post(at('repair'), { source, rule });

export const dropRule = (source: string, rule: Rule): Promise<unknown> => post(at('drop-rule'), { source, rule });

export const editItem = (id: string, fields: Record<string, string | null>, text?: string): Promise<Mended> =>
  post(at('edit'), text === undefined ? { id, fields } : { id, text });

export const replay = (which: Which): Promise<Mended> => post(at('replay'), which);

export const dismiss = (which: Which): Promise<{ dismissed: number; undo: string }> => post(at('dismiss'), which);

export const bringBack = (which: Which, undo: string | null = null): Promise<{ waiting: number }> =>
  post(at('bring-back'), { which, undo });

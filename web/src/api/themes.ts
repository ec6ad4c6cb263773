// What customers write about, and their texts searched by meaning.
import { get } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Themes = Schemas['ThemesView'];
export type Theme = Schemas['ThemeView'];
export type Texts = Schemas['TextsView'];
export type TextFound = Schemas['TextFound'];

export interface WantedTexts {
  theme: string | null;
  q: string | null;
  at: string | null;
}

export const getThemes = (at: string | null, lang: string, signal?: AbortSignal): Promise<Themes> => get('/api/themes', { at, lang }, signal);

export const getTexts = (wanted: WantedTexts, after: string | null, lang: string, signal?: AbortSignal): Promise<Texts> =>
  get('/api/themes/texts', { ...wanted, after, lang }, signal);

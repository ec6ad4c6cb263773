// Surveys: which there are, their documents, what they came to, what people wrote, and links to them.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Surveys = Schemas['Surveys'];
export type SurveyRow = Schemas['SurveyRow'];
export type Results = Schemas['Results'];
export type QuestionResult = Schemas['QuestionResult'];
export type Score = Schemas['Score'];
export type Comments = Schemas['Comments'];
export type Checked = Schemas['Checked'];
export type SurveyLink = Schemas['SurveyLink'];
export type Fields = Schemas['SurveyFields']['fields'];

export interface Chosen {
  from: string | null;
  to: string | null;
  segment: string | null;
}

const path = (id: string, what = ''): string => `/api/surveys/${encodeURIComponent(id)}${what}`;

export const getSurveys = (lang: string, signal?: AbortSignal): Promise<Surveys> => get('/api/surveys', { lang }, signal);

export const getFields = async (id: string, signal?: AbortSignal): Promise<Fields> =>
  (await get<Schemas['SurveyFields']>(path(id), {}, signal)).fields;

export const getResults = (id: string, chosen: Chosen, lang: string, signal?: AbortSignal): Promise<Results> =>
  get(path(id, '/results'), { ...chosen, lang }, signal);

export const getComments = (id: string, chosen: Chosen, lang: string, signal?: AbortSignal): Promise<Comments> =>
  get(path(id, '/comments'), { ...chosen, lang }, signal);

export const checkSurvey = (fields: Fields, signal?: AbortSignal): Promise<Checked> => post('/api/surveys/check', { fields }, signal);

export const saveSurvey = (fields: Fields): Promise<{ id: string }> => post('/api/surveys', { fields });

export const createLink = (id: string, address: string, place: string): Promise<SurveyLink> =>
  post(path(id, '/links'), { address, place: place.trim() || null });

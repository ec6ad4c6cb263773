// Groups of customers found in what they do, and what is made of them.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Groups = Schemas['Groups'];
export type Group = Groups['found']['groups'][number];
export type Tell = Group['more'][number];
export type Adopted = Schemas['Adopted'];

export const getGroups = (afresh: boolean, signal?: AbortSignal): Promise<Groups> => get('/api/groups', { afresh: afresh ? 'true' : null }, signal);

export const keepGroup = (number: number, id: string, name: string, with_persona: boolean): Promise<Adopted> =>
  post('/api/groups', { number, id, name, with_persona });

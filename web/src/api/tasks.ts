// Tasks and opportunities: what is to be done, and what it is worth.
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Task = Schemas['Task'];
export type Opportunity = Schemas['OpportunityRow'];
export type Status = Task['status'];
type Some<T, Needed extends keyof T> = Pick<T, Needed> & Partial<T>;
type NewTask = Some<Omit<Schemas['NewTask'], 'watch'>, 'title'> & { watch?: Some<Schemas['Watch'], 'measure' | 'goal'> | null };

export const getTasks = (signal?: AbortSignal): Promise<Task[]> => get('/api/tasks', {}, signal);

export const openTask = (task: NewTask): Promise<Task> =>
  post('/api/tasks', task);

export const changeTask = (id: number, change: { status?: string; owner?: string; due?: string; title?: string }): Promise<Task> =>
  post(`/api/tasks/${id}`, change);

export const getOpportunities = (lang: string, signal?: AbortSignal): Promise<Opportunity[]> => get('/api/opportunities', { lang }, signal);

export const saveOpportunity = (id: string, fields: Record<string, unknown>, lang: string): Promise<Opportunity> =>
  post(`/api/opportunities?lang=${lang}`, { id, fields });

export const taskOfOpportunity = (id: string, lang: string): Promise<Task> =>
  post(`/api/opportunities/${encodeURIComponent(id)}/task?lang=${lang}`, {});

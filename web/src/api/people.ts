// Customers: what is known of one, finding one, and what their switches from channel to channel add up to.
import { inside } from '../state/base';
import { get, post } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];

export type Profile = Schemas['Profile'];
export type SaidTrait = Schemas['SaidTrait'];
export type ComputedTrait = Schemas['ComputedTrait'];
export type Consent = Schemas['Consent'];
export type Matter = Schemas['Matter'];
export type Match = Schemas['Match'];
export type Matches = Schemas['Matches'];
export type Switches = Schemas['Switches'];
export type Standing = Schemas['Standing'];

const one = (id: string): string => `/api/customers/${encodeURIComponent(id)}`;

export const getProfile = (id: string, lang: string, signal?: AbortSignal): Promise<Profile> =>
  get(`${one(id)}/profile`, { lang }, signal);

export const findCustomers = (text: string, signal?: AbortSignal): Promise<Matches> =>
  get('/api/find', { text, limit: 10 }, signal);

export const getSwitches = (signal?: AbortSignal): Promise<Switches> => get('/api/switches', {}, signal);

/** What she told somebody of a purpose now, and how. */
export const sayConsent = (id: string, said: Schemas['Spoken'], lang: string): Promise<Consent[]> =>
  post(`${one(id)}/consents?lang=${lang}`, said);

/** Where the file about one customer is taken from. */
export const personFile = (id: string): string => inside(`${one(id)}/file`);

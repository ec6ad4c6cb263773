// Who has access: oneself, everybody else, sessions, tokens, links, and the record of who did what.
import { get, post, send } from './client';
import type { components } from './schema.gen';

type Schemas = components['schemas'];
export type Me = Schemas['Me'];
export type Role = NonNullable<Me['role']>;
export type Person = Schemas['PersonView'];
export type Everybody = Schemas['Everybody'];
export type Access = Schemas['Access'];
export type Session = Schemas['SessionView'];
export type Token = Schemas['TokenView'];
export type Scope = Token['scopes'][number];
export type NewToken = Schemas['NewToken'];
export type NewLink = Schemas['NewLink'];
export type Posted = Schemas['Posted'];
export type Mail = Schemas['MailView'];
export type MailWanted = Schemas['MailWanted'];
export type LinkView = Schemas['LinkView'];
export type Owned = Schemas['Owned'];
export type RecordEntry = Schemas['RecordEntry'];
export type RecordPage = Schemas['RecordPage'];

export const ROLES: readonly Role[] = ['owner', 'editor', 'analyst', 'agent', 'viewer'];
export const SCOPES: readonly Scope[] = ['read', 'ask', 'write', 'admin'];

export const getMe = (): Promise<Me> => get('/api/me');
export const signIn = (login: string, password: string): Promise<Me> => post('/api/me/sign-in', { login, password });
export const signOut = (): Promise<Me> => post('/api/me/sign-out', {});
export const begin = (login: string, name: string, password: string): Promise<Me> => post('/api/me/begin', { login, name, password });
export const changePassword = (old: string, fresh: string): Promise<Me> => post('/api/me/password', { old, new: fresh });
export const forgotPassword = (login: string): Promise<unknown> => post('/api/me/forgotten', { login });
export const lookAtLink = (link: string): Promise<LinkView> => post('/api/me/link', { link });
export const useLink = (link: string, password: string): Promise<Me> => post('/api/me/link/use', { link, password });

export const getMine = (signal?: AbortSignal): Promise<Access> => get('/api/me/access', {}, signal);
export const makeToken = (name: string, scopes: readonly Scope[], days: number | null): Promise<NewToken> =>
  post('/api/me/tokens', { name, scopes, days });
export const revokeMine = (token: string): Promise<Access> => send('DELETE', `/api/me/tokens/${token}`);
export const endMine = (session: string): Promise<Access> => send('DELETE', `/api/me/sessions/${session}`);

export const getEverybody = (signal?: AbortSignal): Promise<Everybody> => get('/api/access/people', {}, signal);
export const invite = (login: string, name: string, role: Role): Promise<NewLink> => post('/api/access/people', { login, name, role });
export const setRole = (person: string, role: Role): Promise<Everybody> => post(`/api/access/people/${person}/role`, { role });
export const newLink = (person: string): Promise<NewLink> => post(`/api/access/people/${person}/link`, {});
export const getOwned = (person: string, lang: string): Promise<{ documents: Owned[] }> => get(`/api/access/people/${person}/owned`, { lang });
export const removePerson = (person: string, to: string | null): Promise<Everybody> => send('DELETE', `/api/access/people/${person}`, { to });
export const endSession = (session: string): Promise<Everybody> => send('DELETE', `/api/access/sessions/${session}`);
export const revokeToken = (token: string): Promise<Everybody> => send('DELETE', `/api/access/tokens/${token}`);

export const getMail = (): Promise<Mail> => get('/api/mail');
export const setMail = (wanted: MailWanted): Promise<Mail> => post('/api/mail', wanted);
export const turnOffMail = (): Promise<Mail> => post('/api/mail/off', {});
export const tryMail = (to: string): Promise<Mail> => post('/api/mail/try', { to });

export const getRecord = (query: { before?: number | null; customer?: string | null }, signal?: AbortSignal): Promise<RecordPage> =>
  get('/api/access/record', query, signal);

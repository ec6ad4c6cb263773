// The only file that talks to the server. Every call can be given up, and every failure is one kind of error.
import { inside } from '../state/base';
import type { Answer, Behind, BehindAnswer, Hidden, MapEntry, MapText, MapView, Question, TableWanted, Timeline, Workspace, WorkspaceEntry } from './types';

type Query = Record<string, string | number | boolean | null | undefined>;

/** What the server says went wrong: `code` is stable and translated, `message` and `hint` are its English. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    readonly status = 0,
  ) {
    super(message);
  }
}

/** What is done when the server says that nobody is signed in (any more); see state/me. */
export const shut = { heard: (): void => undefined };

export const isAborted = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

function addressed(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== null && value !== undefined) search.set(name, `${value}`);
  const text = search.toString();
  return inside(text ? `${path}?${text}` : path);
}

/** What was asked for before the page that needs it had come, by address; each is taken once. */
const ahead = new Map<string, Promise<Response>>();

function taken(address: string): Promise<Response> | undefined {
  const early = ahead.get(address);
  ahead.delete(address);
  return early;
}

async function reach(address: string, init: RequestInit): Promise<Response> {
  try {
    return await ((init.method ? undefined : taken(address)) ?? fetch(address, init));
  } catch (error) {
    if (isAborted(error)) throw error;
    throw new ApiError('no_server', 'The server does not answer.', 'Is `cesta serve` still running?');
  }
}

async function call<T>(path: string, query: Query, init: RequestInit): Promise<T> {
  const response = await reach(addressed(path, query), init);
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw failure(body, response.status);
  return body as T;
}

function failure(body: unknown, status: number): ApiError {
  const error = (body as { error?: { code?: string; message?: string; hint?: string | null } } | null)?.error;
  if (error?.code === 'not_signed_in') shut.heard();
  return new ApiError(error?.code ?? 'no_answer', error?.message ?? `The server answered ${status}.`, error?.hint, status);
}

export const get = <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> => call<T>(path, query, { signal });

const sent = (document: unknown, signal?: AbortSignal): RequestInit => {
  const headers = { 'content-type': 'application/json' };
  return { method: 'POST', headers, body: JSON.stringify(document), signal };
};

export const post = <T>(path: string, document: unknown, signal?: AbortSignal): Promise<T> => call<T>(path, {}, sent(document, signal));

/** A table as a file. */
export async function saveTable(table: TableWanted): Promise<Blob> {
  const response = await reach(inside('/api/tables'), sent(table));
  if (!response.ok) throw failure(await response.json().catch(() => null), response.status);
  return response.blob();
}

/** Other methods: bytes as they are, or nothing at all. */
export const send = <T>(method: 'PUT' | 'DELETE', path: string, query: Query = {}, body?: Blob, signal?: AbortSignal): Promise<T> =>
  call<T>(path, query, { method, body, signal });

const mapPath = (id: string): string => `/api/maps/${encodeURIComponent(id)}`;

export interface MapChoice {
  segment?: string | null;
  from?: string | null;
  to?: string | null;
  /** As it is being edited. */
  draft?: boolean;
}

export const getWorkspace = (lang: string, signal?: AbortSignal): Promise<Workspace> =>
  get('/api/workspace', { lang }, signal);

export const getWorkspaces = (): Promise<WorkspaceEntry[]> => get('/api/workspaces');

export const getMaps = (lang: string, signal?: AbortSignal): Promise<MapEntry[]> => get('/api/maps', { lang }, signal);

export const getMap = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<MapView> =>
  get(mapPath(id), { ...choice, lang }, signal);

/** Ask for a map while its page is still on the way. Failures are told to the page when it asks itself. */
export function getMapAhead(id: string, choice: MapChoice, lang: string): void {
  const address = addressed(mapPath(id), { ...choice, lang });
  const early = fetch(address);
  early.catch(() => ahead.delete(address));
  ahead.set(address, early);
}

/** Which of the map's shares hide segments that differ strongly and surely. */
export const getHidden = (id: string, choice: MapChoice, lang: string, signal?: AbortSignal): Promise<Hidden> =>
  get(`${mapPath(id)}/hidden`, { ...choice, lang }, signal);

export const getBehind = (
  id: string,
  pointer: string,
  choice: MapChoice,
  page: { limit?: number; after?: string | null } = {},
  signal?: AbortSignal,
): Promise<Behind> => get(`${mapPath(id)}/behind`, { pointer, ...choice, ...page }, signal);

export const getMapDocument = (id: string, signal?: AbortSignal): Promise<MapText> =>
  get(`${mapPath(id)}/document`, {}, signal);

export const getCustomer = (id: string, map: string | null, lang: string, signal?: AbortSignal): Promise<Timeline> =>
  get(`/api/customers/${encodeURIComponent(id)}`, { map, lang }, signal);

export const ask = <R>(question: Question, signal?: AbortSignal): Promise<Answer<R>> => post('/api/ask', question, signal);

/** Some of the customers behind one number of an answer; `next` asks for those after them. */
export interface CustomerPage {
  customers: { id: string; note?: string }[];
  total: number;
  next: string | null;
}

const A_PAGE = 200;
/** As many as a question gives at once. */
export const ALL = 1_000_000;

export async function askBehind(question: Question, pointer: string, after: string | null, signal?: AbortSignal, limit = A_PAGE): Promise<CustomerPage> {
  const page = { behind: pointer, limit, ...(after ? { after } : {}) };
  const { result } = await ask<BehindAnswer>({ ...question, ...page }, signal);
  const next = result.customers.length === limit ? (result.customers.at(-1) ?? null) : null;
  return { customers: result.customers.map((id) => ({ id })), total: result.total, next };
}

/** Where the server tells that something changed; see state/live. */
export const LIVE = inside('/api/live');

/** Hear what the server sends by itself, one kind of message, until the returned function is called. */
export function listen<T>(path: string, query: Query, heard: Record<string, (document: T) => void>, lost: (isLost: boolean) => void): () => void {
  const source = new EventSource(addressed(path, query));
  for (const [name, hear] of Object.entries(heard)) {
    source.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T));
  }
  source.addEventListener('open', () => lost(false));
  source.addEventListener('error', () => lost(true));
  return () => source.close();
}

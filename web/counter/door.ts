// What these two pages say to the server: what does this shop want here, and take these messages.
import type { Message } from '../snippet/message';
import type { KnownBy } from './who';

export interface Shop {
  name: string | Record<string, string> | null;
  privacy: string | null;
  ask: KnownBy[];
  tally: { did: string; text: string | Record<string, string> }[];
  /** The number of the country that phones here have. */
  country: string;
}

/** The key opens nothing: it was revoked, or the address is another's. */
export class Refused extends Error {}

const refuses = (status: number): boolean => status === 401 || status === 403 || status === 404;

export async function getShop(key: string): Promise<Shop> {
  const answer = await fetch('v1/shop', { headers: { 'x-write-key': key } });
  if (refuses(answer.status)) throw new Refused();
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()) as Shop;
}

/** Hands over a body; says the status and after how many seconds to come again. Raises Refused. */
export async function post(body: string): Promise<{ status: number; retryAfter: number }> {
  const answer = await fetch('v1/shop/visits', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  if (refuses(answer.status)) throw new Refused();
  return { status: answer.status, retryAfter: Number(answer.headers.get('retry-after')) || 0 };
}

export const bodyOf = (key: string, batch: Message[]): string =>
  JSON.stringify({ batch, sentAt: new Date().toISOString(), writeKey: key });

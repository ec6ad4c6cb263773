// What a shop sends: a visitor's check-in, a tap of the staff; both in Segment's form, with the names that loaded files have.
import { newId, type Message } from '../snippet/message';
import type { KnownBy } from './who';

interface Visit {
  place: string;
  at: Date;
  id?: string;
}

function message(event: string, customer: string, { place, at, id }: Visit, properties: Record<string, unknown>): Message {
  return {
    type: 'track',
    event,
    messageId: id ?? newId(),
    timestamp: at.toISOString(),
    userId: customer,
    properties: { place, channel: 'store', ...properties },
  };
}

/** Nobody's visit stands for the place itself. */
const nobody = (place: string): string => `place ${place}`;

export function checkIn(visit: Visit, customer: string, by: KnownBy): Message {
  if (!customer) return message('shop_check_in', nobody(visit.place), visit, { how: 'check_in' });
  return message('shop_check_in', customer, visit, { how: 'check_in', known_by: by, agreed: true });
}

export const tap = (visit: Visit, did: string): Message =>
  message('shop_tally', nobody(visit.place), visit, { how: 'tally', did, people: 1 });

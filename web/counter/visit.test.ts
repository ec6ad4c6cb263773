import { expect, it } from 'vitest';
import { checkIn, tap } from './visit';

const VISIT = { place: 'Brno', at: new Date('2026-11-23T09:05:00Z'), id: 'm1' };

it('says who checked in, and that they agreed', () =>
  expect(checkIn(VISIT, 'ann@mail.example', 'email')).toEqual({
    type: 'track',
    event: 'shop_check_in',
    messageId: 'm1',
    timestamp: '2026-11-23T09:05:00.000Z',
    userId: 'ann@mail.example',
    properties: { place: 'Brno', channel: 'store', how: 'check_in', known_by: 'email', agreed: true },
  }));

it('says nothing of who stays unknown', () => {
  const sent = checkIn(VISIT, '', 'email');
  expect([sent.userId, sent.properties]).toEqual(['place Brno', { place: 'Brno', channel: 'store', how: 'check_in' }]);
});

it('counts one at the door', () => {
  const sent = tap(VISIT, 'bought');
  expect([sent.event, sent.userId, sent.properties]).toEqual([
    'shop_tally',
    'place Brno',
    { place: 'Brno', channel: 'store', how: 'tally', did: 'bought', people: 1 },
  ]);
});

it('gives each message an id of its own', () => {
  const { id: _, ...visit } = VISIT;
  expect(tap(visit, 'asked').messageId).not.toBe(tap(visit, 'asked').messageId);
});

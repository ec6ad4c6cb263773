// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import type { Message } from './message';
import { Outbox } from './outbox';
import { Store } from './store';
import { Visit } from './visit';

let said: Message[];
let store: Store;
let visit: Visit;
const opened = (): Visit => {
  said = [];
  store = new Store(() => localStorage);
  const outbox = new Outbox('key', store, { post: () => Promise.reject(), beacon: () => true, later: () => {}, now: () => new Date() });
  outbox.add = (message) => void said.push(message);
  return new Visit(window, store, outbox);
};
beforeEach(() => {
  localStorage.clear();
  visit = opened();
});

it('says who did what where, in the form of Segment', () => {
  visit.track('bought', { price: 9.5 });
  visit.identify('u1', { plan: 'x' });
  visit.group('g1');
  const [bought, known, group] = said;
  expect(bought).toMatchObject({ type: 'track', event: 'bought', properties: { price: 9.5 }, userId: undefined });
  expect(bought?.context).toMatchObject({ page: { path: location.pathname }, library: { name: 'cesta.js' } });
  expect(known).toMatchObject({ type: 'identify', userId: 'u1', traits: { plan: 'x' } });
  expect(group).toMatchObject({ type: 'group', groupId: 'g1', userId: 'u1' });
  expect(new Set(said.map((message) => message.anonymousId)).size).toBe(1);
});

it('is the same visitor on the next page only after a yes', () => {
  visit.track('a');
  const first = said[0]?.anonymousId;
  visit = opened();
  visit.consent(true);
  visit.identify('u1');
  const second = said[0]?.anonymousId;
  visit = opened();
  visit.track('b');
  expect(second).not.toBe(first);
  expect(said[0]).toMatchObject({ anonymousId: second, userId: 'u1' });
});

it('is somebody else after signing out', () => {
  visit.consent(true);
  visit.identify('u1');
  visit.reset();
  visit.track('b');
  expect(said[1]?.userId).toBeUndefined();
  expect(said[1]?.anonymousId).not.toBe(said[0]?.anonymousId);
});

it('says nothing after a no', () => {
  visit.consent(false);
  visit.track('a');
  expect([said, localStorage.length]).toEqual([[], 0]);
});

it('tells a page once, and where the visitor came from', () => {
  visit.page('Home', { a: 1 });
  visit.moved();
  history.pushState({}, '', '/next?utm_source=news');
  visit.moved();
  history.replaceState({}, '', '#part');
  visit.moved();
  expect(said.map((message) => message.type)).toEqual(['page', 'page']);
  expect(said[0]).toMatchObject({ name: 'Home', properties: { a: 1 } });
  expect((said[1]?.context as { campaign: object }).campaign).toEqual({ source: 'news' });
});

it('tells listeners what was done before and after, and answers a survey for nobody', () => {
  const heard: string[] = [];
  visit.track('early');
  visit.heard((event) => heard.push(event));
  visit.track('late');
  visit.page();
  expect(heard).toEqual(['early', 'late', 'page']);
  visit.answer('survey_shown', { survey: 'x' }, 'r');
  expect(said.at(-1)).toMatchObject({ event: 'survey_shown', anonymousId: 'survey:r', userId: undefined });
  visit.answer('survey_shown', { survey: 'x' }, null);
  expect(said.at(-1)?.anonymousId).not.toBe('survey:r');
});

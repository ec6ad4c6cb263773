import { expect, it } from 'vitest';
import { storyOf } from './story';

const event = (name: string) => ({ name, events: 1, people: 1, properties: [] });
const map = (id: string, events: string[]) => ({ id, title: id, level: 'L1', state: 'current', status: 'live', events, parent: null });

it('takes the first map whose events were seen, in the order of the map', () => {
  const maps = [map('broken', []), map('planned', ['fly']), map('buy', ['mailed', 'visit', 'fly']), map('other', ['pay'])];
  expect(storyOf({ events: ['visit', 'mailed', 'pay'].map(event), maps })).toEqual(['mailed', 'visit']);
});

it('has no story without maps', () => expect(storyOf({ events: [event('visit')], maps: [] })).toEqual([]));

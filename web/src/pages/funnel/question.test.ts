import { expect, it } from 'vitest';
import { choiceOf, firstSteps, moved, questionOf } from './question';

const kind = (name: string, people: number, events = people) => ({ name, people, events, properties: [] });
const events = [kind('redeemed', 434), kind('visit', 2469, 9000), kind('department', 2469), kind('mailed', 1559), kind('bought', 1500), kind('rare', 2)];

it('begins with steps that narrow, the widest first and the rarest last', () => {
  expect(firstSteps(events)).toEqual(['visit', 'mailed', 'redeemed', 'rare']);
  expect(firstSteps(events.slice(0, 2))).toEqual(['visit', 'redeemed']);
  expect(firstSteps([])).toEqual([]);
});

it('of itself follows the first map', () => {
  const map = { id: 'm', title: 'M', level: 'L1', state: 'current', status: 'live', events: ['mailed', 'visit', 'redeemed'], parent: null };
  expect(choiceOf(new URLSearchParams(), { events, maps: [map] }).steps).toEqual(['mailed', 'visit', 'redeemed']);
  expect(choiceOf(new URLSearchParams(), { events, maps: [] }).steps).toEqual(['visit', 'mailed', 'redeemed', 'rare']);
});

it('takes the address before its own guess', () => {
  const query = new URLSearchParams('steps=a,b&window=7d&order=odd&segment=loyal&date_from=2017-01-01&date_to=2017-03-31');
  expect(choiceOf(query, { events, maps: [] })).toEqual({
    steps: ['a', 'b'],
    window: '7d',
    order: 'ordered',
    segment: 'loyal',
    from: '2017-01-01',
    to: '2017-03-31',
  });
});

it('asks just what was chosen', () => {
  const choice = { steps: ['a', 'b'], window: '7d', order: 'strict', segment: '', from: '', to: '' };
  expect(questionOf(choice)).toEqual({
    analysis: 'funnel',
    params: { steps: [{ event: 'a' }, { event: 'b' }], window: '7d', order: 'strict' },
  });
  expect(questionOf({ ...choice, segment: 's' }).params.segment).toBe('s');
  expect(questionOf({ ...choice, from: '2017-01-01', to: '2017-03-31' }).params).toMatchObject({ date_from: '2017-01-01', date_to: '2017-03-31' });
});

it('moves a step without losing one', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
});

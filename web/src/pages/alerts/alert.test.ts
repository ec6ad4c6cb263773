import { beforeAll, describe, expect, it } from 'vitest';
import type { Alert, Past, Seen } from '../../api/alerts';
import type { MapView } from '../../api/types';
import { language } from '../../state/language.svelte';
import en from '../../words/en';
import { cellsOf, fieldsOf, filledOf, since, stateOf, unitOf, unitOfCell, verdictOf } from './alert';

beforeAll(() => {
  language.code = 'en';
  language.words = en;
});

const alert = (fields: Record<string, unknown>, problem = ''): Alert => ({ id: 'few', name: 'Few', fields, problem });
const seen = (value: number | null, why = '', problem = ''): Seen => ({ alert: 'few', name: 'Few', why, value, limit: null, new: false, sent: [], failed: [], problem });

describe('the state of an alert', () => {
  it('says what is wrong before what is off, and what rings before what is fine', () => {
    expect(stateOf(alert({ off: true }, 'no'), undefined)).toBe('wrong');
    expect(stateOf(alert({}), seen(null, '', 'gone'))).toBe('wrong');
    expect(stateOf(alert({ off: true }), undefined)).toBe('off');
    expect(stateOf(alert({}), seen(null))).toBe('nothing');
    expect(stateOf(alert({}), seen(1, 'below'))).toBe('rings');
    expect(stateOf(alert({}), seen(1))).toBe('fine');
  });
  it('knows since when one rings', () => {
    const past = [{ alert: 'a', began: '2', ended: null }, { alert: 'b', began: '1', ended: '2' }] as Past[];
    expect([...since(past)]).toEqual([['a', '2']]);
  });
});

describe('the form of an alert', () => {
  const fields = { measure: 'conversion', below: 0.25, falls_by: 0.2, unusual: 'low', days: 7, send: ['jana@shop.example', 'team'], owner: 'jana', task: true };
  it('gives back what it was given', () => {
    const filled = filledOf(alert(fields), 'share', '');
    expect(filled.limits).toEqual({ below: '25', above: '', falls_by: '20', rises_by: '', deepens_by: '' });
    expect(fieldsOf(filled, 'share')).toEqual({ ...fields, name: 'Few', map: null, cell: null, segment: null, above: null, rises_by: null, deepens_by: null, off: null });
  });
  it('watches a cell without a weekday of its own', () => {
    const filled = { ...filledOf(null, 'share', 'map buy'), cell: '/goal/rate', unusual: 'both', limits: { below: '1,5', above: '', falls_by: '', rises_by: '', deepens_by: '' } };
    expect(fieldsOf(filled, 'share')).toMatchObject({ map: 'buy', cell: '/goal/rate', measure: null, unusual: null, below: 0.015, days: 28, send: null });
  });
});

it('watches the valley of the mood line in points', () => {
  const filled = { ...filledOf(null, 'score', 'map buy'), cell: 'valley' };
  const limits = { ...filled.limits, deepens_by: '0.3' };
  expect(fieldsOf({ ...filled, limits }, 'score')).toMatchObject({ map: 'buy', cell: 'valley', deepens_by: 0.3 });
  expect(fieldsOf({ ...filled, cell: '/goal/rate', limits }, 'share').deepens_by).toBeNull();
  expect(cellsOf({ goal: null, stages: [], mood: { valley: 'a', peak: 'a', end: 'a' } } as unknown as MapView).map(({ cell }) => cell)).toEqual(['valley']);
});

it('offers the numbers of a map with their units', () => {
  const map = { goal: { name: 'Bought' }, stages: [{ name: 'Look', conversion: {}, touchpoints: [{ name: 'Page' }] }, { name: 'Pay', conversion: null, touchpoints: [] }] } as unknown as MapView;
  const cells = cellsOf(map);
  expect(cells.map(({ cell }) => cell)).toEqual(['/goal/rate', '/stages/0/conversion', '/stages/0/lost', '/stages/0/median_seconds', '/stages/0/touchpoints/0/share', '/stages/1/lost', '/stages/1/median_seconds']);
  expect(cells.map(({ cell }) => unitOfCell(cell))).toEqual(['share', 'share', 'people', 'seconds', 'share', 'people', 'seconds']);
  expect(unitOf({ measure: 'gone' }, [])).toBe('score');
  expect(unitOf({ cell: '/goal/rate' }, [])).toBe('share');
});

it('says what came of a try', () => {
  expect(verdictOf({ ...seen(0.2, 'below'), limit: 0.25 }, 'share', null)).toBe('It would ring now: 20.0%, below 25.0%.');
  expect(verdictOf(seen(0.3), 'share', null)).toBe('It would not ring now: the number is 30.0%.');
  expect(verdictOf(seen(null), 'share', null)).toContain('no number');
  expect(verdictOf(seen(null, '', 'gone'), 'share', null)).toBe('gone');
});

import { expect, it } from 'vitest';
import type { Stage } from '../../../api/types';
import { sample } from '../fixture';
import { cellOf } from './cells';

const view = sample({ rows: [{ id: 'law', name: 'Law', cells: [{ stage: 'shop', touchpoint: 'big', text: 'x' }] }, { id: 'needs', name: null, cells: [] }] });
const stage = (id: string): Stage => view.stages.find((one) => one.id === id) as Stage;

it('writes where the words stand, else at the stage', () => {
  expect(cellOf(view, 'thinks', stage('shop'))?.at).toEqual(['stages', 'shop', 'touchpoints', 'quick', 'thinks']);
  expect(cellOf(view, 'thinks', stage('again'))?.at).toEqual(['stages', 'again', 'thinks']);
  expect(cellOf(view, 'needs', stage('shop'))).toEqual({ at: ['stages', 'shop', 'needs'], part: 'shop', kind: 'lines' });
  expect(cellOf(view, 'backstage', stage('shop'))?.at).toEqual(['blueprint', 'backstage', 'shop']);
  expect(cellOf(view, 'law', stage('shop'))?.at).toEqual(['own_lanes', 'law', 'cells', 'big']);
  expect(cellOf(view, 'law', stage('pick'))?.at).toEqual(['own_lanes', 'law', 'cells', 'pick']);
  expect(cellOf(view, 'kpis', stage('shop'))).toBeNull();
  expect(cellOf(view, 'benchmark', stage('shop'))).toBeNull();
});

// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import type { FoundBarrier } from '../../../api/truth';
import type { MapView } from '../../../api/types';
import { barrierEdit } from './put';

const view = { stages: [{ id: 'pay', touchpoints: [{ id: 'card' }] }] } as unknown as MapView;
const one = { id: 'error-x', touchpoint: 'card' } as FoundBarrier;

test('a barrier goes to its touchpoint, measured', () => {
  expect(barrierEdit(view, one, 'pl', 'Tekst')).toEqual({
    kind: 'add',
    at: ['stages', 'pay', 'touchpoints', 'card', 'barriers'],
    value: { id: 'error-x', text: { pl: 'Tekst' }, evidence: 'measured' },
  });
});

test('where its step is not on the map there is no place for it', () => {
  expect(barrierEdit(view, { ...one, touchpoint: null }, 'en', '')).toBeNull();
  expect(barrierEdit(view, { ...one, touchpoint: 'gone' }, 'en', '')).toBeNull();
});

import { expect, it } from 'vitest';
import type { KpiLane } from '../../../api/kpis';
import { atStage } from './lane.svelte';

it('finds the KPIs of a stage, each once, and none of another map', () => {
  const at = (stage: string | null, id: string, now: object | null = {}): KpiLane['kpis'][number] => ({ stage, touchpoint: null, kpi: { id, now } }) as unknown as KpiLane['kpis'][number];
  const lane: KpiLane = { map: 'buy', kpis: [at(null, 'whole'), at('pay', 'a'), at('pay', 'a'), at('pay', 'b'), at('pay', 'broken', null), at('get', 'c')] };
  expect(atStage(lane, 'buy', 'pay').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(atStage(lane, 'other', 'pay')).toEqual([]);
  expect(atStage(null, 'buy', 'pay')).toEqual([]);
});

import { expect, it } from 'vitest';
import { drawn } from './drawn';

it('keeps numbers and drops what opens a list', () => {
  const view = { id: 'm', lanes: ['kpis'], stages: [{ reached: { value: 3, behind: '/stages/0/reached' } }], goal: null };
  expect(drawn(view as never)).toEqual({ id: 'm', lanes: ['touchpoints'], stages: [{ reached: { value: 3, behind: null } }], goal: null });
});

import { expect, it } from 'vitest';
import { sample } from './fixture';
import { behindTable, returnsTable, stagesTable, stopsTable } from './tables';

const nobody = { segment: null, from: null, to: null };
const view = sample();

it('has a row for each stage, with numbers as they are and what was chosen', () => {
  const table = stagesTable(view, { ...nobody, segment: 'loyal' });
  expect(table.rows).toHaveLength(view.stages.length);
  expect(table.rows[0]?.slice(0, 3)).toEqual([view.stages[0]!.name, view.stages[0]!.reached.value, view.stages[0]!.conversion?.value]);
  expect(table.columns.map((column) => column.kind)).toEqual(['text', 'number', 'share', 'number', 'number', 'number', 'number', 'seconds', 'seconds', 'text']);
  expect(table.question).toEqual({ map: view.id, segment: 'loyal' });
});

it('leaves out what too few can say', () => {
  const stage = view.stages[0]!;
  const few = { ...view, stages: [{ ...stage, lost: { ...stage.lost, too_few: true } }] };
  expect(stagesTable(few, nobody).rows[0]?.[3]).toBeNull();
});

it('has a row for each touchpoint under its stage, and says how its mood is known', () => {
  const table = stopsTable(view, nobody);
  const stops = view.stages.flatMap((stage) => stage.touchpoints);
  expect(table.rows.map((row) => row[1])).toEqual(stops.map((stop) => stop.name));
  expect(table.rows.every((row) => (row[8] === null) === (row[9] === null))).toBe(true);
});

it('has the ways back by the names of their stages', () => {
  const table = returnsTable(view, nobody);
  expect(table.rows).toHaveLength(view.returns.length);
  for (const row of table.rows) expect(view.stages.map((stage) => stage.name)).toContain(row[0]);
});

it('lists exactly those behind a number', () => {
  const items = [{ customer: '001', started: '2024-01-01T00:00:00Z', ended: null, outcome: 'open' as const }];
  const table = behindTable(view, nobody, 'Leave here', '/stages/0/lost', items);
  expect(table.rows[0]?.slice(0, 3)).toEqual(['001', '2024-01-01T00:00:00Z', null]);
  expect([table.n, table.question]).toEqual([1, { map: view.id, behind: '/stages/0/lost' }]);
});

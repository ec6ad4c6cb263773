import { expect, it } from 'vitest';
import { fileName, interval, tableOf, type Column } from './table';

interface Step {
  name: string;
  rate: number | null;
}

it('reads rows through columns', () => {
  const columns: Column<Step>[] = [
    { name: 'Step', kind: 'text', cell: (step) => step.name },
    { name: 'Rate', kind: 'share', cell: (step) => step.rate },
  ];
  const table = tableOf('Funnel', columns, [{ name: 'visit', rate: null }, { name: 'buy', rate: 0.5 }], { n: 7 });
  expect(table).toEqual({
    name: 'Funnel',
    columns: [{ name: 'Step', kind: 'text' }, { name: 'Rate', kind: 'share' }],
    rows: [['visit', null], ['buy', 0.5]],
    n: 7,
  });
});

it('makes a name that every disk takes', () => {
  expect(fileName('Paths: a/b → c', 'xlsx')).toBe('Paths a b → c.xlsx');
  expect(fileName(' ?\u0000 ', 'csv')).toBe('Cesta.csv');
  expect(fileName('x'.repeat(200), 'csv')).toHaveLength(84);
});

it('gives the ends of an interval their own columns', () => {
  const [low, high] = interval<Step>('Rate', 'share', ({ rate }) => (rate === null ? null : { low: rate - 0.1, high: null }));
  expect([low?.cell({ name: 'a', rate: 0.5 }), high?.cell({ name: 'a', rate: 0.5 }), low?.cell({ name: 'a', rate: null })]).toEqual([0.4, null, null]);
});

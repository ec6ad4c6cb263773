import { expect, it } from 'vitest';
import type { AsideItem } from '../../api/aside';
import { asideTable } from './table';

const item = (rest: Partial<AsideItem>): AsideItem => ({ id: '1', code: 'x', event: null, field: null, fields: null, file: 'a.csv', load: null, reason: 'No time.', received: '', row: 7, source: 's', text: null, value: null, ...rest });

it('tells where each row stood, what was wrong, and all that it said', () => {
  const table = asideTable([item({ field: 'time', value: 'soon', fields: { time: 'soon', customer: '001' } }), item({ text: '{"a"', row: null })], 'No time', { source: 's' });
  expect(table.rows.map((row) => row.slice(0, 2))).toEqual([['a.csv', 7], ['a.csv', null]]);
  expect(table.rows[0]?.slice(5)).toEqual(['soon', '001', null]);
  expect(table.rows[1]?.slice(5)).toEqual([null, null, '{"a"']);
  expect(table.question).toEqual({ set_aside: { source: 's' } });
});

import { expect, it } from 'vitest';
import type { LoadView } from '../../api/types';
import { loadsTable } from './table';

it('has a row for each load, with all of its files', () => {
  const load = { load_id: 'a', name: 'Shop', files: [{ name: 'a.csv' }, { name: 'b.csv' }], events: 5, customers: 2, set_aside: 1, duplicates: 0, generated: false, loaded_at: '2024-01-01T00:00:00Z', binned_at: null };
  const table = loadsTable([load as unknown as LoadView]);
  expect(table.rows[0]?.slice(0, 7)).toEqual(['Shop', 'a.csv\nb.csv', '2024-01-01T00:00:00Z', 5, 2, 1, 0]);
  expect(table.rows[0]?.[8]).toBeNull();
});

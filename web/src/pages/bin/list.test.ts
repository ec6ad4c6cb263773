import { expect, it } from 'vitest';
import type { LoadView } from '../../api/types';
import { inBin } from './list';

const load = (load_id: string, binned_at: string | null): LoadView => ({ load_id, name: load_id, binned_at }) as LoadView;

it('lists documents and loads together, the last deleted first, and no load that counts', () => {
  const map = { entry: 'e', kind: 'map', id: 'm', title: 'Map', binned_at: '2024-03-02T00:00:00Z', until: '2024-04-01T00:00:00Z' };
  const found = inBin([map], [load('old', '2024-03-01T00:00:00Z'), load('new', '2024-03-03T00:00:00Z'), load('live', null)]);
  expect(found.map((item) => [item.kind, item.entry])).toEqual([['load', 'new'], ['map', 'e'], ['load', 'old']]);
  expect(found[2]?.until).toBe('2024-03-31T00:00:00.000Z');
});

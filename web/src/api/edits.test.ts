import { afterEach, expect, it, vi } from 'vitest';
import { compare, getDraft, getHistory, getRemarks, newMap, publish, restore, sayRemark, sendEdits, settleRemark, takeBackRemark, tryMatch, undo } from './edits';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getDraft('a b', 'h');
  await sendEdits('m', 'h', []);
  await undo('m', 'h', true);
  await publish('m', 'h', 'why');
  await restore('m', 'h', '2');
  await getHistory('m', 'pl');
  await compare('m', '1', 'draft', 'ru');
  await tryMatch({ event: 'visit' });
  await getRemarks('m');
  await sayRemark('m', { text: 'x', kind: 'note', at: [] });
  await settleRemark('m', 3, true);
  await takeBackRemark('m', 3);
  await newMap('m', 'cesta: map/1');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/maps/a%20b/draft?hand=h',
    'POST /api/maps/m/edits',
    'POST /api/maps/m/undo',
    'POST /api/maps/m/publish',
    'POST /api/maps/m/restore',
    'GET /api/maps/m/versions?lang=pl',
    'GET /api/maps/m/changes?before=1&after=draft&lang=ru',
    'POST /api/match',
    'GET /api/maps/m/remarks',
    'POST /api/maps/m/remarks',
    'POST /api/maps/m/remarks/3/settle',
    'DELETE /api/maps/m/remarks/3',
    'POST /api/maps',
  ]);
});

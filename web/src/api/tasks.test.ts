import { afterEach, expect, it, vi } from 'vitest';
import { changeTask, getOpportunities, getTasks, openTask, saveOpportunity, taskOfOpportunity } from './tasks';

afterEach(() => vi.unstubAllGlobals());

it('asks at the right address in the right way', async () => {
  const fake = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fake);
  await getTasks();
  await openTask({ title: 'x' });
  await changeTask(7, { status: 'done' });
  await getOpportunities('pl');
  await saveOpportunity('sizes', { effort: 2 }, 'cs');
  await taskOfOpportunity('a b', 'ru');
  const calls = fake.mock.calls as unknown as [string, RequestInit][];
  expect(calls.map(([address, init]) => `${init.method ?? 'GET'} ${address}`)).toEqual([
    'GET /api/tasks',
    'POST /api/tasks',
    'POST /api/tasks/7',
    'GET /api/opportunities?lang=pl',
    'POST /api/opportunities?lang=cs',
    'POST /api/opportunities/a%20b/task?lang=ru',
  ]);
});

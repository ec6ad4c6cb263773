// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Job, LoadView } from '../../api/types';
import { address } from '../../state/address.svelte';
import { sample } from './fixture';
import { DataScreen } from './screen.svelte';

type Answer = (address: string, init?: RequestInit) => unknown;
const job = (state: Job['state']): Job => ({ job: 'j', state, what: '', done: 0, total: 0, result: null, error: null });

function server(answer: Answer): ReturnType<typeof vi.fn> {
  const fake = vi.fn((address: string, init?: RequestInit) => Promise.resolve(new Response(JSON.stringify(answer(address, init)))));
  vi.stubGlobal('fetch', fake);
  return fake;
}

let screen: DataScreen;
beforeEach(() => {
  address.go('/data');
  screen = new DataScreen();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('puts the upload into the address once all files are there, and keeps what was said when more join', async () => {
  server(() => ({ upload: 'u1', name: 'a.csv', bytes: 1, whole: true }));
  await screen.take([new File(['x'], 'a.csv')]);
  expect([address.search, screen.sending.files, screen.arrivals]).toEqual(['?upload=u1', [], 1]);
  screen.say({ dates: 'dmy' });
  const fake = server(() => ({ upload: 'u1', name: 'b.csv', bytes: 1, whole: true }));
  await screen.take([new File(['x'], 'b.csv')]);
  expect(fake.mock.calls[0]?.[0]).toBe('/api/uploads/b.csv?part=1&of=1&upload=u1');
  expect([screen.answers, screen.arrivals]).toEqual([{ dates: 'dmy' }, 2]);
});

it('reads with what was said, and loads with the same', async () => {
  address.go('/data?upload=u1&say={"dates":"mdy"}');
  const fake = server((path) => (path.endsWith('/guess') ? sample() : { job: 'j' }));
  await screen.read('u1', screen.answers);
  expect(screen.guess.value?.source).toBe('shop');
  await screen.start();
  expect(fake.mock.calls.map(([, init]) => (init as RequestInit).body)).toEqual(Array(2).fill('{"files":["u1"],"answers":{"dates":"mdy"}}'));
  expect(screen.jobName).toBe('j');
});

it('follows a load to its end, waits for a server that is away, and then forgets the upload', async () => {
  vi.useFakeTimers();
  address.go('/data?upload=u1&job=j');
  const states: (Job['state'] | null)[] = ['waiting', 'working', null, 'done'];
  vi.stubGlobal('fetch', () => {
    const state = states.shift();
    return state ? Promise.resolve(new Response(JSON.stringify(job(state)))) : Promise.reject(new TypeError('away'));
  });
  const following = screen.follow('j', new AbortController().signal);
  await vi.runAllTimersAsync();
  await following;
  expect(screen.job?.state).toBe('done');
  expect(address.search).toBe('?job=j');
});

it('keeps the files when their load is stopped or fails', async () => {
  address.go('/data?upload=u1&job=j');
  server(() => job('failed'));
  await screen.follow('j', new AbortController().signal);
  expect(address.search).toBe('?upload=u1&job=j');
  server(() => job('stopped'));
  await screen.follow('j', new AbortController().signal);
  expect(address.search).toBe('?upload=u1');
});

it('forgets a load that the server does not know', async () => {
  address.go('/data?job=j');
  vi.stubGlobal('fetch', () =>
    Promise.resolve(new Response('{"error":{"code":"unknown_job","message":"No job."}}', { status: 404 })),
  );
  await screen.follow('j', new AbortController().signal);
  expect(address.search).toBe('');
});

it('says that a load broke off when the server was away and knows of it no longer', async () => {
  vi.useFakeTimers();
  address.go('/data?upload=u1&job=j');
  let asked = 0;
  const gone = (): Response => new Response('{"error":{"code":"unknown_job","message":"No job."}}', { status: 404 });
  vi.stubGlobal('fetch', () => (asked++ ? Promise.resolve(gone()) : Promise.reject(new TypeError('away'))));
  const following = screen.follow('j', new AbortController().signal);
  await vi.advanceTimersByTimeAsync(1);
  expect([screen.away, screen.brokeOff]).toEqual([true, false]);
  await vi.runAllTimersAsync();
  await following;
  expect([screen.away, screen.brokeOff, address.search]).toEqual([false, true, '?upload=u1']);
});

it('takes a load back and lists the loads anew; says when it could not', async () => {
  const load = { load_id: 'shop-1' } as LoadView;
  const fake = server(() => ({ loads: [load] }));
  await screen.takeBack(load);
  expect(fake.mock.calls.map(([path]) => path)).toEqual(['/api/loads/shop-1', '/api/loads']);
  expect([screen.loads.value, screen.busy, screen.error]).toEqual([[load], null, null]);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('away')));
  await screen.putBack(load);
  expect(screen.error).toMatchObject({ code: 'no_server' });
});

it('starts over: the upload goes, the address is empty', async () => {
  address.go('/data?upload=u1&say={}&job=j');
  const fake = server(() => null);
  screen.startOver();
  await Promise.resolve();
  expect(fake.mock.calls[0]?.[0]).toBe('/api/uploads/u1');
  expect(address.search).toBe('');
});

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Wish } from '../../../api/edits';
import { MapDesk } from './desk.svelte';

const kept: Record<string, string> = {};
const store = { getItem: (key: string) => kept[key] ?? null, setItem: (key: string, value: string) => void (kept[key] = value), removeItem: (key: string) => void delete kept[key] };
const DRAFT = { map: 'm', version: 1, data: { title: 'M', stages: [{ id: 'pay', name: 'Pay', touchpoints: [] }] }, extends: null, differs: false, pending: 0, unfit: 0, can_undo: false, can_redo: false, problems: [] };

let online = true;
let outcome: Record<string, unknown> = { outcome: 'done' };
let posts: { address: string; body: { wishes: Wish[] } }[] = [];
const answer = (value: unknown): Response => new Response(JSON.stringify(value));

beforeEach(() => {
  online = true;
  outcome = { outcome: 'done' };
  posts = [];
  for (const key of Object.keys(kept)) delete kept[key];
  vi.useFakeTimers();
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    if (!online) return Promise.reject(new TypeError('offline'));
    if (init.method !== 'POST') return Promise.resolve(answer(DRAFT));
    const body = JSON.parse(String(init.body)) as { wishes: Wish[] };
    posts.push({ address, body });
    const outcomes = (body.wishes ?? []).map((wish) => ({ key: wish.key, ...outcome }));
    return Promise.resolve(answer({ outcomes, draft: { ...DRAFT, version: 2, differs: true } }));
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function desk(): Promise<MapDesk> {
  const made = new MapDesk('m', 'hand', store);
  await made.start();
  return made;
}

it('shows an edit at once and sends it', async () => {
  const made = await desk();
  made.set(['title'], 'New');
  expect(made.data.title).toBe('New');
  expect(posts[0]?.body.wishes[0]?.edit).toEqual({ kind: 'set', at: ['title'], value: 'New', was: 'M' });
  await vi.runAllTimersAsync();
  expect([made.waiting.length, made.saved, made.draft?.version]).toEqual([0, 1, 2]);
  made.set(['title'], 'M'); // what the server says already
  expect(posts).toHaveLength(1);
});

it('loses nothing while it is offline, also over a reload', async () => {
  const made = await desk();
  online = false;
  made.set(['title'], 'Offline');
  made.write(['stages', 'pay', 'name'], ' I pay ', 'pl');
  await vi.advanceTimersByTimeAsync(30_000);
  expect([made.offline, made.waiting.length, made.nameOf('pay', 'pl')]).toEqual([true, 2, 'I pay']);
  const again = new MapDesk('m', 'hand', store);
  made.stop();
  void again.start();
  online = true;
  await vi.advanceTimersByTimeAsync(5000);
  expect(posts.at(-1)?.body.wishes.map((wish) => wish.edit.value)).toEqual(['Offline', 'I pay']);
  expect([again.waiting.length, again.offline]).toEqual([0, false]);
});

it('tells of a conflict and says ours on top of theirs, if asked', async () => {
  const made = await desk();
  outcome = { outcome: 'conflict', theirs: 'Theirs', name: 'Ann', time: 5 };
  made.set(['title'], 'Ours');
  await vi.runAllTimersAsync();
  const [conflict] = made.conflicts;
  expect([conflict?.outcome.theirs, made.data.title]).toEqual(['Theirs', 'M']);
  outcome = { outcome: 'done' };
  if (conflict) made.settle(conflict, true);
  await vi.runAllTimersAsync();
  expect(posts.at(-1)?.body.wishes[0]?.edit).toMatchObject({ value: 'Ours', was: 'Theirs' });
  expect(made.conflicts).toEqual([]);
});

it('drops what makes no sense instead of sending it for ever, and takes back what was not sent', async () => {
  const made = await desk();
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ error: { code: 'not_allowed', message: 'No.' } }), { status: 403 })));
  made.set(['title'], 'x');
  await vi.advanceTimersByTimeAsync(10);
  expect([made.waiting.length, made.offline, made.failed !== null]).toEqual([0, false, true]);
  vi.stubGlobal('fetch', () => new Promise(() => undefined));
  made.set(['title'], 'first');
  made.set(['title'], 'second');
  await made.undo();
  expect(made.data.title).toBe('first');
});

it('asks again for what somebody else did while its own edit was on its way, and takes no older draft that comes late', async () => {
  const made = await desk();
  const gets: ((version: number) => void)[] = [];
  let posted = (): void => undefined;
  vi.stubGlobal('fetch', (_address: string, init: RequestInit) =>
    new Promise<Response>((resolve) => {
      if (init.method === 'POST') posted = () => resolve(answer({ outcomes: [], draft: { ...DRAFT, version: 2 } }));
      else gets.push((version) => resolve(answer({ ...DRAFT, version })));
    }),
  );
  made.set(['title'], 'Mine');
  void made.hear(3);
  expect(gets).toHaveLength(0);
  posted();
  await vi.advanceTimersByTimeAsync(10);
  expect([made.draft?.version, gets.length]).toEqual([2, 1]);
  void made.hear(4);
  gets[1]?.(4);
  await vi.advanceTimersByTimeAsync(10);
  gets[0]?.(3);
  await vi.advanceTimersByTimeAsync(10);
  expect([made.draft?.version, gets.length]).toEqual([4, 2]);
});

it('asks again when somebody else has edited', async () => {
  const made = await desk();
  await made.hear(1);
  expect(made.saved).toBe(0);
  vi.stubGlobal('fetch', () => Promise.resolve(answer({ ...DRAFT, version: 9 })));
  await made.hear(9);
  expect(made.saved).toBe(1);
  // Also where it can only be had later.
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
  await made.hear(12);
  vi.stubGlobal('fetch', () => Promise.resolve(answer({ ...DRAFT, version: 12 })));
  await vi.advanceTimersByTimeAsync(5000);
  expect([made.offline, made.draft?.version, made.saved]).toEqual([false, 12, 2]);
  made.choose('a', false);
  made.choose('b', true);
  made.choose('a', true);
  expect(made.chosen).toEqual(['b']);
});

import { beforeEach, expect, it } from 'vitest';
import type { Message } from './message';
import { batchOf, isPassing, Outbox, wait, type Ways } from './outbox';
import { Store } from './store';

const message = (messageId: string, text = ''): Message => ({
  type: 'track',
  messageId,
  timestamp: '2026-11-22T10:00:00Z',
  anonymousId: 'a',
  text,
});

class Post implements Ways {
  answers: (number | 'away')[] = [];
  sent: string[][] = [];
  beacons: string[][] = [];
  work: (() => void)[] = [];
  pauses: number[] = [];
  retryAfter = 0;
  post = (body: string): Promise<{ status: number; retryAfter: number }> => {
    this.sent.push(ids(body));
    const status = this.answers.shift() ?? 200;
    if (status === 'away') return Promise.reject(new Error('away'));
    return Promise.resolve({ status, retryAfter: this.retryAfter });
  };
  beacon = (body: string): boolean => this.beacons.push(ids(body)) > 0;
  later = (work: () => void, milliseconds: number): void => {
    this.work.push(work);
    this.pauses.push(milliseconds);
  };
  now = (): Date => new Date(0);
  async run(): Promise<void> {
    while (this.work.length) {
      this.work.shift()?.();
      await new Promise((done) => setTimeout(done));
    }
  }
}

const ids = (body: string): string[] =>
  (JSON.parse(body) as { batch: Message[] }).batch.map((each) => each.messageId);
const memory = new Map<string, string>();
const disk = new Proxy({} as Storage, {
  get: (_, name) =>
    ({
      getItem: (key: string) => memory.get(key) ?? null,
      setItem: (key: string, text: string) => void memory.set(key, text),
      removeItem: (key: string) => void memory.delete(key),
    })[name as string],
  ownKeys: () => [...memory.keys()],
  getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
});
let store: Store;
let post: Post;
let outbox: Outbox;
beforeEach(() => {
  memory.clear();
  store = new Store(() => disk);
  post = new Post();
  outbox = new Outbox('key', store, post);
});

it('sends nothing before the visitor agreed', async () => {
  outbox.add(message('1'));
  await post.run();
  outbox.leave();
  expect([post.sent, post.beacons, memory.size]).toEqual([[], [], 0]);
});

it('keeps a message until the server has it, and waits longer each time', async () => {
  store.decide(true);
  post.answers = [503, 'away', 429, 200];
  post.retryAfter = 3;
  outbox.add(message('1'));
  await post.run();
  expect(post.sent).toEqual([['1'], ['1'], ['1'], ['1']]);
  expect(post.pauses).toEqual([200, 3000, 2000, 4000]);
  expect([outbox.length, [...memory.keys()]]).toEqual([0, ['cesta.consent']]);
});

it('gives up on what will never be taken', async () => {
  store.decide(true);
  post.answers = [401];
  outbox.add(message('1'));
  await post.run();
  expect([post.sent.length, outbox.length]).toEqual([1, 0]);
});

it('hands over what waits as the page leaves, and the next page sends it once more', async () => {
  store.decide(true);
  outbox.add(message('1'));
  outbox.leave();
  expect(post.beacons).toEqual([['1']]);
  const next = new Post();
  new Outbox('key', store, next).adopt();
  await next.run();
  expect(next.sent).toEqual([['1']]);
});

it('forgets the oldest of very many', () => {
  for (let n = 0; n < 1005; n += 1) outbox.add(message(String(n)));
  expect(outbox.length).toBe(1000);
});

it('cuts what waits into requests that a leaving page may send', () => {
  const long = 'x'.repeat(10_000);
  const many = ['1', '2', '3'].map((id) => message(id, long));
  expect(batchOf(many).map((each) => each.messageId)).toEqual(['1']);
  expect(batchOf([message('1', 'x'.repeat(90_000))])).toHaveLength(1);
  expect(batchOf(Array.from({ length: 99 }, (_, n) => message(String(n))))).toHaveLength(50);
});

it('knows what may succeed later', () => {
  expect([200, 400, 401, 408, 413, 429, 500, 503].filter(isPassing)).toEqual([408, 429, 500, 503]);
  expect([0, 1, 9].map(wait)).toEqual([1000, 2000, 60_000]);
});

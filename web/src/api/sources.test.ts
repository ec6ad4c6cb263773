import { afterEach, expect, it, vi } from 'vitest';
import { createKey, hearArriving, revokeKey, setCounting } from './sources';

afterEach(() => vi.unstubAllGlobals());

it('asks each thing at its address', async () => {
  const asked: [string, unknown][] = [];
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => {
    asked.push([address, JSON.parse(String(init.body))]);
    return Promise.resolve(new Response('{}'));
  });
  await createKey('shop web');
  await revokeKey('a/b');
  await setCounting(true, false);
  expect(asked).toEqual([
    ['/api/sources/keys', { source: 'shop web' }],
    ['/api/sources/keys/a%2Fb/revoke', {}],
    ['/api/sources/counting', { bots: true, tests: false }],
  ]);
});

it('hears each message until it is told to stop', () => {
  const heard: string[] = [];
  const made: Fake[] = [];
  class Fake extends EventTarget {
    closed = false;
    constructor(readonly address: string) {
      super();
      made.push(this);
    }
    close(): void {
      this.closed = true;
    }
  }
  vi.stubGlobal('EventSource', Fake);
  const stop = hearArriving('till', ({ id }) => heard.push(id), (lost) => heard.push(lost ? 'lost' : 'back'));
  made[0]!.dispatchEvent(new MessageEvent('arrived', { data: '{"id":"e1"}' }));
  made[0]!.dispatchEvent(new Event('error'));
  made[0]!.dispatchEvent(new Event('open'));
  stop();
  expect([made[0]!.address, heard, made[0]!.closed]).toEqual(['/api/sources/arriving?source=till', ['e1', 'lost', 'back'], true]);
});

import { beforeEach, expect, it } from 'vitest';
import { Store } from './store';

class Disk {
  [name: string]: unknown;
  getItem(name: string): string | null {
    return (this[name] as string | undefined) ?? null;
  }
  setItem(name: string, text: string): void {
    this[name] = text;
  }
  removeItem(name: string): void {
    delete this[name];
  }
}

let disk: Disk;
const opened = (): Store => new Store(() => disk as unknown as Storage);
beforeEach(() => {
  disk = new Disk();
});

it('keeps nothing before the visitor agreed', () => {
  const store = opened();
  store.set('anonymous', 'a');
  expect([store.agreed, Object.keys(disk)]).toEqual([undefined, []]);
});

it('remembers a yes, and what it allows', () => {
  opened().decide(true);
  const store = opened();
  store.set('anonymous', 'a');
  expect([store.agreed, store.get('anonymous'), store.names('anon')]).toEqual([true, 'a', ['anonymous']]);
});

it('leaves nothing behind after a no', () => {
  const store = opened();
  store.decide(true);
  store.set('anonymous', 'a');
  disk['other'] = 'x';
  store.decide(false);
  expect(Object.keys(disk)).toEqual(['other']);
  store.set('anonymous', 'a');
  expect(store.get('anonymous')).toBeUndefined();
});

it('does without a disk where the browser forbids it', () => {
  const store = new Store(() => {
    throw new Error('forbidden');
  });
  store.decide(true);
  store.set('a', 'b');
  expect([store.agreed, store.get('a'), store.names('')]).toEqual([true, undefined, []]);
});

import { afterEach, expect, test, vi } from 'vitest';
import { whenIdle } from './idle';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('waits also where the browser knows no idle time, and can be called off', () => {
  vi.useFakeTimers();
  vi.stubGlobal('requestIdleCallback', undefined);
  delete (globalThis as Partial<typeof globalThis>).requestIdleCallback;
  const done: string[] = [];
  whenIdle(() => done.push('one'));
  whenIdle(() => done.push('two'))();
  expect(done).toEqual([]);
  vi.runAllTimers();
  expect(done).toEqual(['one']);
});

test('asks the browser where it knows', () => {
  const off: number[] = [];
  vi.stubGlobal('requestIdleCallback', (work: () => void) => (work(), 7));
  vi.stubGlobal('cancelIdleCallback', (id: number) => off.push(id));
  const done: string[] = [];
  whenIdle(() => done.push('one'))();
  expect([done, off]).toEqual([['one'], [7]]);
});

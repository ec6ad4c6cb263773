import { expect, it } from 'vitest';
import { keep, mayAsk, noteShown, recall, type Disk } from './kept';

const disk = (): Disk => {
  const kept = new Map<string, string>();
  return { get: (name) => kept.get(name), set: (name, text) => void (text === undefined ? kept.delete(name) : kept.set(name, text)) };
};

it('remembers what was answered, and takes nothing broken for it', () => {
  const here = disk();
  expect(recall(here, 'a')).toBeUndefined();
  keep(here, 'a', { response: 'r', answers: { q: 3 }, done: true });
  expect(recall(here, 'a')).toEqual({ response: 'r', answers: { q: 3 }, done: true });
  here.set('survey.a', '{"response": 5}');
  expect(recall(here, 'a')).toBeUndefined();
});

it('leaves people in peace for a while after any survey', () => {
  const here = disk();
  expect(mayAsk(here, 60, 0)).toBe(true);
  noteShown(here, 1000);
  expect([mayAsk(here, 60, 60_999), mayAsk(here, 60, 61_000)]).toEqual([false, true]);
  here.set('asked', 'not a number');
  expect(mayAsk(here, 60, 0)).toBe(true);
});

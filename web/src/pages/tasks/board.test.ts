import { expect, it } from 'vitest';
import type { Task } from '../../api/tasks';
import { beside, columns, inner, owners } from './board';

const task = (id: number, status: string, owner = ''): Task => ({ id, status, owner }) as Task;
const ALL = [task(1, 'idea', 'petr'), task(2, 'done'), task(3, 'dropped', 'jana'), task(4, 'idea', 'jana')];

it('puts each task into its column, of one owner alone', () => {
  const ids = (owner: string) => columns(ALL, owner).map(({ tasks }) => tasks.map(({ id }) => id));
  expect(ids('')).toEqual([[1, 4], [], [], [2], []]);
  expect(ids('jana')).toEqual([[4], [], [], [], []]);
  expect(owners(ALL)).toEqual(['jana', 'petr']);
});

it('goes one column on or back, and stops at the edges', () => {
  expect([beside('idea', 1), beside('idea', -1), beside('verified', 1), beside('doing', -1), beside('dropped', 1)]).toEqual(['planned', null, null, 'planned', null]);
});

it('leads to pages of our own only', () => {
  expect([inner('/maps/buy'), inner('//evil.example'), inner('https://evil.example'), inner('')]).toEqual(['/maps/buy', null, null, null]);
});

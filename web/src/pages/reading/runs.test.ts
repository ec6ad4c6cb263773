import { expect, it } from 'vitest';
import type { ReadingJob, Run } from '../../api/reading';
import { failures, healthOf, reasonsOf, rhythm } from './runs';

const run = (state: Run['state']): Run => ({ state, began: '', ended: '', events: 0, loads: 0, said: null });
const job = (states: Run['state'][], now: ReadingJob['now'] = null): ReadingJob => ({
  job: 'a', kind: 'folder', place: 'in', every: 60, shape: null, next: null, now, runs: states.map(run),
});

it('tells how a job is', () => {
  expect(healthOf(job([]))).toBe('new');
  expect(healthOf(job(['failed', 'loaded']))).toBe('failed');
  expect(healthOf(job(['nothing_new', 'failed']))).toBe('fine');
  expect(healthOf(job(['failed'], 'running'))).toBe('running');
});

it('counts failures in a row', () =>
  expect([[], ['loaded'], ['failed', 'failed', 'loaded', 'failed'], ['failed']].map((states) => failures((states as Run['state'][]).map(run)))).toEqual([0, 0, 2, 1]));

it('tells a reason from its code and its file', () => {
  expect(reasonsOf('no_file: There is no folder x: it went.')).toEqual([{ file: null, code: 'no_file', text: 'There is no folder x: it went.' }]);
  expect(reasonsOf('a b.csv: bad_file: It is empty.\nb_c.csv: no_rows: None.')).toEqual([
    { file: 'a b.csv', code: 'bad_file', text: 'It is empty.' }, { file: 'b_c.csv', code: 'no_rows', text: 'None.' },
  ]);
  expect(reasonsOf('a_b.csv is gone')).toEqual([{ file: null, code: null, text: 'a_b.csv is gone' }]);
});

it('finds the unit of a rhythm', () =>
  expect([86400, 172800, 3600, 5400, 900, 90, 1].map((seconds) => Object.values(rhythm(seconds)).join(' '))).toEqual([
    'day 1', 'day 2', 'hour 1', 'minute 90', 'minute 15', 'second 90', 'second 1',
  ]));

import { describe, expect, it } from 'vitest';
import type { AsideGroup } from '../../api/aside';
import { canMend, draftFor, guessed, kindsFor, ruleOf, TIMES, told, type Draft } from './rule';

const group = (code: string, field: string | null, values: (string | null)[]): AsideGroup => ({
  source: 'shop',
  code,
  field,
  rows: values.length,
  values: values.map((value) => ({ value, rows: 1 })),
  first: {
    id: '1', source: 'shop', event: 'buy', file: 'a.csv', row: 2, field, value: values[0] ?? null, code,
    reason: '', load: null, received: '', fields: field ? {} : null, text: field ? null : 'a;b',
  },
});

describe('the form as it opens', () => {
  it('names the one wrong value', () => {
    expect(draftFor(group('bad_time', 'time', ['31.02.2024']))).toMatchObject({ when: 'value', said: '31.02.2024', becomes: 'value' });
  });
  it('reads many wrong times in the way they seem to be written', () => {
    expect(draftFor(group('bad_time', 'time', ['31/12/2024', '30/12/2024', '29/12/2024']))).toMatchObject({
      when: 'reason', becomes: 'time', value: '%d/%m/%Y',
    });
  });
  it('fills what is empty', () => {
    expect(draftFor(group('no_customer', 'customer', [null]))).toMatchObject({ when: 'reason', becomes: 'value', value: '' });
  });
  it('moves a field under a wrong name to where it belongs', () => {
    expect(draftFor(group('unknown_field', 'timestamp', ['2024']))).toMatchObject({ becomes: 'into', value: 'ts' });
    expect(draftFor(group('unknown_field', 'colour', ['red']))).toMatchObject({ value: 'props.colour' });
  });
  it('is there only for rows that have fields', () => {
    expect(canMend(group('bad_time', 'time', ['x']))).toBe(true);
    expect(canMend(group('ragged_row', null, ['x']))).toBe(false);
  });
});

describe('the rule', () => {
  const draft: Draft = { field: 'time', code: 'bad_time', when: 'value', said: 'x', becomes: 'value', value: '2024' };
  it.each([
    [{}, { field: 'time', value: 'x', becomes: '2024' }],
    [{ when: 'reason' }, { field: 'time', reason: 'bad_time', becomes: '2024' }],
    [{ when: 'pattern', said: '*.02' }, { field: 'time', pattern: '*.02', becomes: '2024' }],
    [{ becomes: 'empty' }, { field: 'time', value: 'x', becomes: null }],
    [{ becomes: 'time', value: '%Y' }, { field: 'time', value: 'x', becomes: { time: '%Y' } }],
    [{ said: null }, { field: 'time', value: null, becomes: '2024' }],
  ] as [Partial<Draft>, object][])('%j becomes %j', (change, rule) => expect(ruleOf({ ...draft, ...change })).toEqual(rule));
  it('is none while something is missing', () => {
    expect(ruleOf({ ...draft, value: ' ' })).toBeNull();
    expect(ruleOf({ ...draft, when: 'pattern', said: '' })).toBeNull();
  });
  it.each([{ when: 'value' }, { when: 'reason', becomes: 'from', value: 'id' }, { becomes: 'empty' }] as Partial<Draft>[])(
    'is told as it was made: %j',
    (change) => {
      const made = { ...draft, ...change };
      const { when, becomes, field } = told(ruleOf(made)!);
      expect({ when, becomes, field }).toEqual({ when: made.when, becomes: made.becomes, field: 'time' });
    },
  );
});

it('offers what makes sense', () => {
  expect(kindsFor('bad_time')).toEqual(['value', 'time', 'from']);
  expect(kindsFor('no_customer')).toEqual(['value', 'from']);
  expect(kindsFor('unknown_field')).toEqual(['into', 'empty']);
});

it.each(TIMES.map(({ example, format }) => [example, format]))('recognises %s', (example, format) => {
  expect(guessed(example)).toBe(format);
});

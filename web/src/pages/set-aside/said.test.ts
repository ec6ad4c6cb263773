// @vitest-environment happy-dom
import { beforeAll, describe, expect, it } from 'vitest';
import { language } from '../../state/language.svelte';
import { changes, fieldName, groupName, placeOf, quoted, reasonOf, ruleSaid } from './said';

beforeAll(() => language.choose('en'));

describe('in plain words', () => {
  it('names fields', () => {
    expect([fieldName('ts'), fieldName('properties.price'), fieldName('colour')]).toEqual(['time', 'price', 'colour']);
  });
  it('names reasons, an unknown one as the server does', () => {
    expect([reasonOf('bad_time', 'x'), reasonOf('new_code', 'Something new.')]).toEqual(['The time cannot be read', 'Something new.']);
  });
  it('names the field unless the reason does', () => {
    const first = { reason: '' } as never;
    expect(groupName({ code: 'bad_time', field: 'time', first })).toBe('The time cannot be read');
    expect(groupName({ code: 'unknown_field', field: 'when', first })).toBe('There is no field “when”');
    expect(groupName({ code: 'not_finite', field: 'properties.price', first })).toBe('A number without end in “price”');
  });
  it('says where', () => {
    expect(placeOf({ file: 'orders.csv', row: 1018 })).toBe('orders.csv, row 1018');
    expect(placeOf({ file: null, row: 3 })).toBe('a batch of events, place 3');
    expect(placeOf({ file: null, row: null })).toBeNull();
  });
  it('quotes values, long ones by their beginning', () => {
    expect([quoted('x'), quoted(null), quoted('a'.repeat(99)).length]).toEqual(['“x”', 'nothing', 83]);
  });
});

describe('a rule in a sentence', () => {
  it.each([
    [{ field: 'time', value: '31.02.', becomes: '28.02.' }, 'time: “31.02.”', 'becomes “28.02.”'],
    [{ field: 'customer', value: null, becomes: 'walk-in' }, 'customer: nothing', 'becomes “walk-in”'],
    [{ field: 'ts', reason: 'bad_time', becomes: { time: '%d.%m.%Y' } }, 'time with the problem “The time cannot be read”', 'is read as 31.12.2024'],
    [{ field: 'props.n', value: 'x', becomes: null }, 'n: “x”', 'becomes empty'],
    [{ field: 'when', reason: 'unknown_field', becomes: { into: 'ts' } }, 'when with the problem “A field that we do not know”', 'goes into time'],
  ])('%j', (rule, about, becomes) => expect(ruleSaid(rule)).toEqual({ about, becomes }));
});

it('tells what a rule changes', () => {
  expect(changes({ a: '1', b: 'x' }, { a: '1', c: 'x' }, 'a')).toEqual([
    { field: 'a', before: '1', after: '1' },
    { field: 'b', before: 'x', after: null },
    { field: 'c', before: null, after: 'x' },
  ]);
});

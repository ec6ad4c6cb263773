import { describe, expect, it } from 'vitest';
import { idOf, rowOf, textOf } from './rows';

describe('rows of a rule', () => {
  it('shows what fields can say as fields, the rest as text', () => {
    expect(rowOf({ text: '', document: { did: 'visit', at_least: 3, in_last: '30d' } })).toEqual({ kind: 'did', event: 'visit', least: 3, days: 30 });
    expect(rowOf({ text: '', document: { not: { did: 'buy' } } })).toEqual({ kind: 'did_not', event: 'buy', least: 1, days: null });
    for (const document of [{ did: { event: 'a', where: 'b = 1' } }, { did: 'a', in_last: '3h' }, { did: 'a', at_least: 0 }, { segment: 'x' }, { did: 'a', at_most: 2 }])
      expect(rowOf({ text: 'as it is', document })).toEqual({ kind: 'text', text: 'as it is' });
  });

  it('makes one text of them', () => {
    const rows = [{ kind: 'did', event: 'a "b"', least: 2, days: 7 } as const, { kind: 'did_not', event: 'c', least: 1, days: null } as const, { kind: 'text', text: 'in segment x or did y' } as const];
    expect(textOf(rows, 'all')).toBe('did "a ""b""" at least 2 times in last 7d and not did "c" and (in segment x or did y)');
    expect(textOf([{ kind: 'text', text: ' ' }, { kind: 'did', event: '', least: 1, days: null }], 'any')).toBe('');
  });

  it('makes ids of names in any letters', () => {
    expect(idOf('Čeká na telefon!')).toBe('ceka-na-telefon');
    expect(idOf('Łowcy okazji')).toBe('lowcy-okazji');
    expect(idOf('Охотники')).toMatch(/^segment-\d+$/);
  });
});

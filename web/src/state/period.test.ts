import { describe, expect, it } from 'vitest';
import { presets } from './period';

describe('presets', () => {
  it('never reaches beyond what is known', () => {
    const found = presets('2016-11-14', '2017-12-31');
    expect(found.map((p) => p.key)).toEqual(['all', 'year', 'quarter']);
    expect(found.every((p) => p.from >= '2016-11-14' && p.to === '2017-12-31')).toBe(true);
    expect(found[1]?.from).toBe('2017-01-01');
  });

  it('offers only all when little is known', () => {
    expect(presets('2017-01-01', '2017-02-01').map((p) => p.key)).toEqual(['all']);
  });
});

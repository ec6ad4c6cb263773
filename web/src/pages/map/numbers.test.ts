import { describe, expect, it } from 'vitest';
import { num, rate } from './fixture';
import { behindCount, known, plain, rich } from './numbers';

describe('numbers', () => {
  it('writes each in its unit', () => {
    expect(plain(num(3122))).toBe('3,122');
    expect(plain(rate(741, 1000))).toBe('74.1%');
    expect(plain(num(-1.3, 'score'))).toBe('−1.3');
    expect(plain(num(1.4, 'score'))).toBe('+1.4');
    expect(plain(num(null))).toBe('–');
  });

  it('counts a share by those it has found', () => {
    expect(behindCount(rate(596, 4302))).toBe(596);
    expect(behindCount(num(17))).toBe(17);
  });

  it('tells n, interval and evidence, but no interval of too few', () => {
    expect(known(rate(596, 4302))).toHaveLength(3);
    expect(known({ ...rate(5, 9), too_few: true })).toHaveLength(2);
  });

  it('tells how new the data are, unless nothing was measured', () => {
    expect(known(rate(596, 4302), '1 Jan 2018')).toHaveLength(4);
    expect(known({ ...rate(596, 4302), evidence: 'assumed' }, '1 Jan 2018')).toHaveLength(3);
  });

  it('finds what stands out', () => {
    expect(rich('*79%* stop')).toEqual([
      { text: '79%', strong: true },
      { text: ' stop', strong: false },
    ]);
  });
});

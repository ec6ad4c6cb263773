import { describe, expect, it } from 'vitest';
import { day, dayX, isoDay, labelled, months, moveHandle, rateLine, snap, xDay } from './timebar';

const year = { from: day('2017-01-01'), to: day('2018-01-01') };

describe('time bar', () => {
  it('goes from dates to pixels and back', () => {
    expect(dayX(day('2017-01-01'), year, 730)).toBe(0);
    expect(dayX(day('2018-01-01'), year, 730)).toBe(730);
    expect(isoDay(xDay(dayX(day('2017-05-17'), year, 730), year, 730))).toBe('2017-05-17');
    expect(xDay(-50, year, 730)).toBe(year.from);
    expect(day('2017-05-17T22:00:00Z')).toBe(day('2017-05-17'));
  });

  it('knows the months, and names only as many as have room', () => {
    const all = months(year);
    expect(all).toHaveLength(13);
    expect(all.map(isoDay)[1]).toBe('2017-02-01');
    expect(labelled(all, 1200)).toHaveLength(13);
    expect(labelled(all, 300).length).toBeLessThan(7);
  });

  it('breaks the line where there is no value', () => {
    const rate = (m: number, value: number | null) => ({
      start: `2017-0${m}-01`,
      end: `2017-0${m + 1}-01`,
      value,
      low: value,
      high: value,
    });
    const line = rateLine([rate(1, 0.1), rate(2, 0.2), rate(3, null), rate(4, 0.1)], year, 1000, 10, 20);
    expect(line.d.match(/M/g)).toHaveLength(2);
    expect(line.points.map((p) => p.index)).toEqual([0, 1, 3]);
    expect(line.points[1]?.y).toBe(10);
    expect(line.points[0]?.y).toBe(30);
    expect(line.band.match(/Z/g)).toHaveLength(1);
  });

  it('keeps the handles in order and inside what is known', () => {
    const period = { from: year.from + 30, to: year.from + 60 };
    expect(moveHandle('from', year.from + 99, period, year)).toEqual({ from: year.from + 59, to: year.from + 60 });
    expect(moveHandle('from', year.from - 9, period, year).from).toBe(year.from);
    expect(moveHandle('to', year.to + 9, period, year).to).toBe(year.to);
    expect(moveHandle('to', 0, period, year).to).toBe(year.from + 31);
  });

  it('snaps to the first of a month when near', () => {
    const all = months(year);
    expect(isoDay(snap(day('2017-03-03'), all, 4))).toBe('2017-03-01');
    expect(isoDay(snap(day('2017-03-12'), all, 4))).toBe('2017-03-12');
  });
});

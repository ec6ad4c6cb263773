import { beforeAll, describe, expect, it } from 'vitest';
import english from '../words/en';
import { ago, clock, count, day, days, decimal, duration, interval, moment, points, recorded, share, shortDay, shortDuration } from './format';
import { language } from './language.svelte';

beforeAll(() => {
  language.words = english;
});

/** Spaces of all widths are told apart on the screen, not here. */
const plain = (text: string): string => text.replace(/[\u00a0\u2009\u202f]/g, ' ');

describe('numbers', () => {
  it.each([
    ['en', '1,250', '12,480'],
    ['pl', '1250', '12 480'],
    ['cs', '1 250', '12 480'],
    ['ru', '1 250', '12 480'],
  ])('groups thousands as %s does', (lang, small, large) => {
    expect(plain(count(1250, lang))).toBe(small);
    expect(plain(count(12480, lang))).toBe(large);
  });

  it('writes a true minus and never a negative zero', () => {
    expect(count(-3, 'en')).toBe('−3');
    expect(count(-0, 'en')).toBe('0');
    expect(points(-0.091, 'pl')).toBe('−9,1');
    expect(points(0.05, 'en')).toBe('+5.0');
  });

  it.each([
    ['en', '18.2%'],
    ['pl', '18,2%'],
    ['cs', '18,2 %'],
    ['ru', '18,2 %'],
  ])('writes a share in %s', (lang, text) => expect(plain(share(0.1815, 1, lang))).toBe(text));

  it('writes intervals once with their unit understood', () => {
    expect(interval(0.1746, 0.1881, 'share', 'en')).toBe('17.5…18.8');
    expect(interval(0.1746, 0.1881, 'share', 'cs')).toBe('17,5…18,8');
    expect(interval(806.2, 1017, 'people', 'en')).toBe('806…1,017');
    expect(interval(null, 0.2, 'share', 'en')).toBe('');
    expect(interval(181440, 777600, 'seconds', 'en')).toBe('2.1…9 days');
    expect(interval(-1.25, -0.5, 'score', 'en')).toBe('−1.3…−0.5');
  });

  it('shows recorded numbers as they are, for they may be names', () => {
    expect(recorded(31225595692, 'en')).toBe('31225595692');
    expect(recorded(0.0197, 'pl')).toBe('0,02');
  });

  it('keeps the decimals asked for', () => expect(decimal(2, 2, 'pl')).toBe('2,00'));
});

describe('lengths of time', () => {
  it.each([
    ['en', '3 days', '1 day'],
    ['pl', '3 dni', '24 godziny'],
    ['cs', '3 dny', '24 hodin'],
    ['ru', '3 дня', '24 часа'],
  ])('has the plurals of %s', (lang, three, one) => {
    expect(plain(duration(3 * 86400, lang))).toBe(three);
    expect(plain(duration(86400, lang))).toBe(lang === 'en' ? '24 hours' : one);
  });

  it.each([
    [5 * 86400, 'pl', '5 dni'],
    [5 * 86400, 'ru', '5 дней'],
    [5 * 86400, 'cs', '5 dnů'],
    [372, 'en', '6.2 min'],
    [45, 'en', '45 sec'],
    [0, 'en', 'at once'],
    [3.53 * 86400, 'pl', '3,5 dnia'],
    [21 * 86400, 'ru', '21 день'],
  ])('writes %d seconds in %s', (seconds, lang, text) => expect(plain(duration(seconds, lang))).toBe(text));

  it('has a short form for drawings', () => {
    expect(plain(shortDuration(17 * 3600, 'en'))).toBe('17 h');
    expect(plain(shortDuration(3.5 * 86400, 'en'))).toBe('3.5 d');
  });

  it('says how long ago', () => {
    expect(ago(240, 'en')).toBe('4 minutes ago');
    expect(ago(5, 'pl')).toBe('1 minutę temu');
  });
});

describe('times', () => {
  const at = '2026-10-03T19:12:00Z';

  it.each([
    ['en', '3 Oct 2026'],
    ['pl', '3 paź 2026'],
    ['cs', '3. 10. 2026'],
    ['ru', '3 окт. 2026 г.'],
  ])('writes a day in %s', (lang, text) => expect(plain(day(at, 'UTC', lang))).toBe(text));

  it('reads the clock in the zone of the workspace', () => {
    expect(clock(at, 'Europe/Prague', 'en')).toBe('21:12');
    expect(moment(at, 'UTC', 'en')).toBe('3 Oct 2026, 19:12');
    expect(shortDay(at, 'UTC', 'en')).toBe('3 Oct');
  });

  it('writes Czech stretches as it writes Czech days', () => {
    expect(plain(days('2017-08-08', '2017-09-19', 'UTC', 'cs'))).toBe('8. 8.–19. 9. 2017');
    expect(plain(days('2017-12-08', '2018-01-19', 'UTC', 'cs'))).toBe('8. 12. 2017–19. 1. 2018');
  });

  it('does not repeat what both ends of a stretch share', () =>
    expect(plain(days('2026-10-01', '2026-10-31', 'UTC', 'en'))).toBe('1–31 Oct 2026'));
});

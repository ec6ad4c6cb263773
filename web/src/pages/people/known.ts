// What is known of a customer as people say it: her name, values with their units, what she was told to have agreed to.
import type { ComputedTrait, Consent, Profile } from '../../api/people';
import { count, day, decimal, duration, moment, recorded } from '../../state/format';
import { dates, numbers } from '../../state/intl';
import { language } from '../../state/language.svelte';
import { tagOf } from '../../state/languages';
import { readable } from '../../state/names';
import { t } from '../../words';

type Value = string | number | boolean;

/** How she is called, where somebody said so. */
export function nameOf(profile: Profile): string | null {
  const said = new Map(profile.traits.map(({ name, value }) => [name.toLowerCase().replace(/[_\s]/g, ''), value]));
  const whole = said.get('name') ?? said.get('fullname');
  if (whole) return String(whole);
  const parts = [said.get('firstname') ?? said.get('givenname'), said.get('lastname') ?? said.get('familyname') ?? said.get('surname')];
  return parts.filter(Boolean).join(' ') || null;
}

export function plain(value: Value): string {
  if (typeof value === 'number') return recorded(value);
  return typeof value === 'boolean' ? t(value ? 'people.yes' : 'people.no') : value;
}

export function money(value: number, currency: string, lang: string = language.code): string {
  return numbers(lang, { style: 'currency', currency }).format(value);
}

/** A worked-out value in its unit: "€452.19", "25 days", "15:00", "Wednesday". */
export function valueText({ value, unit }: ComputedTrait, currency: string, zone: string): string {
  if (typeof value === 'number') {
    if (unit === 'money') return money(value, currency);
    if (unit === 'days') return value ? duration(value * 86400) : t('people.today');
    if (unit === 'times') return count(value);
    if (unit === 'hour') return `${String(value).padStart(2, '0')}:00`;
    if (unit === 'weekday') return weekday(value);
    return Number.isInteger(value) ? recorded(value) : decimal(value, 2);
  }
  if (unit === 'moment' && typeof value === 'string') return day(value, zone);
  if (unit === 'money') return `${plain(value)} ${currency}`;
  return plain(value);
}

/** 1 is Monday. The first of January 2024 was one. */
export function weekday(number: number, lang: string = language.code): string {
  return dates(tagOf(lang), { weekday: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2024, 0, number)));
}

const KINDS = ['value', 'preference', 'contact', 'activity'] as const;
/** What the header says already. */
const ABOVE = new Set(['spent', 'orders', 'last-order']);

/** Traits by what they are about, in the order in which they matter on the phone. */
export function groups(computed: readonly ComputedTrait[]): { kind: (typeof KINDS)[number]; traits: ComputedTrait[] }[] {
  return KINDS.map((kind) => ({ kind, traits: computed.filter((one) => one.kind === kind && !ABOVE.has(one.id)) })).filter(
    ({ traits }) => traits.length,
  );
}

export const valueOf = (computed: readonly ComputedTrait[], id: string): Value | null =>
  computed.find((one) => one.id === id)?.value ?? null;

/** An id and of which kind it is, where it says so: "email:ann@shop" is an e-mail. */
export function idParts(id: string): { kind: string | null; text: string } {
  const found = /^([a-z][a-z0-9_]*):(.+)$/.exec(id);
  return found ? { kind: found[1]!, text: found[2]! } : { kind: null, text: id };
}

export const since = (time: string, zone: string): string => t('people.said_at', { time: moment(time, zone) });

/** How a purpose is called: as privacy.yaml says, else as the event or trait did. */
export function consentName({ purpose, name, kept }: Consent): string {
  if (kept) return name;
  return purpose === 'all' ? t('people.consent.all') : readable(purpose);
}

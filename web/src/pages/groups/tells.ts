// What sets a group apart, in words; and the id that a name suggests.
import type { Tell } from '../../api/groups';
import { t } from '../../words';

/** The marks between which somebody comes back, or does not: hours, as the server has them. */
const MARKS = [0, 24, 72, 168, 336, 672, 1344, 2688];

export function inWords(tell: Tell): string {
  const { kind, name, answer, hours } = tell;
  if (kind === 'next') return answer === '' ? t('groups.tell.end', { name }) : t('groups.tell.next', { name, answer });
  if (kind !== 'gap') return t('groups.tell.which', { name, answer });
  const from = (MARKS[MARKS.indexOf(hours) - 1] ?? 0) / 24;
  return t(answer === 'back' ? 'groups.tell.back' : 'groups.tell.away', { name, from, to: hours / 24 });
}

/** A group in a few words, until somebody gives it a name: what it does most surely, first what needs no days. */
export const inShort = (tells: readonly Tell[]): string =>
  [...tells.filter((tell) => tell.kind !== 'gap'), ...tells].slice(0, 2).map(inWords).join(' · ');

/** "Łowcy okazji" becomes "lowcy-okazji"; of a script that cannot be an id, only the number stays. */
export function idOf(name: string, number: number): string {
  const plain = name.replaceAll('ł', 'l').replaceAll('Ł', 'L').normalize('NFD').toLowerCase();
  const id = plain.replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return /^[a-z]/.test(id) ? id.slice(0, 60) : `group-${number}`;
}

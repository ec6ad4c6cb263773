// Changes of numbers as marks on the time bar and in words.
import type { Drift } from '../../../api/changed';
import { day as days, dayX, type Span } from '../../../draw/timebar';
import { day, interval, points, share } from '../../../state/format';
import { t } from '../../../words';

export interface Mark {
  x: number;
  changes: Drift[];
}

/** "52 %, before 74 %" of what, since when. */
export const sentence = (one: Drift): string =>
  t(`changed.drift.${one.kind}`, { name: one.name, after: share(one.after.value ?? 0, 0), before: share(one.before.value ?? 0, 0) });

export const since = (one: Drift): string => t('changed.since', { day: day(one.day) });

export const gap = (one: Drift): string =>
  `${points(one.difference.value ?? 0)} ${t('map.pt')} (${points(one.difference.low ?? 0)}…${points(one.difference.high ?? 0)})`;

export const sure = (one: Drift): string =>
  `${interval(one.after.low, one.after.high)}, ${t('map.n', { n: one.after.of ?? one.after.n })}`;

/** Changes by where they stand on the bar; those too close to be told apart are one mark. */
export function marks(changes: readonly Drift[], span: Span, width: number, room = 24): Mark[] {
  const found: Mark[] = [];
  for (const one of [...changes].sort((a, b) => a.day.localeCompare(b.day))) {
    const x = dayX(days(one.day), span, width);
    const last = found.at(-1);
    if (last && x - last.x < room) last.changes.push(one);
    else found.push({ x, changes: [one] });
  }
  return found;
}

// A proposed change in the reader's words, and the edit that makes it.
import type { Edit, Json } from '../../../api/edits';
import type { Proposed } from '../../../api/changed';
import { day, interval, share } from '../../../state/format';
import { readable } from '../../../state/names';
import { t } from '../../../words';

/** So many stand on the screen; the next ones come when these are done. */
export const MOST = 3;

/** Why it is proposed, sentence by sentence. */
export function why(one: Proposed): string[] {
  if (one.kind !== 'add' || !one.share) {
    return [one.last ? t('changed.silent', { day: day(one.last) }) : t('changed.unknown', { events: one.events.map(readable).join(', ') })];
  }
  const now = { share: share(one.share.value ?? 0, 0), interval: interval(one.share.low, one.share.high), n: one.share.n };
  const told = [t('changed.now', now)];
  if (one.earlier?.value != null) told.push(t('changed.earlier', { share: share(one.earlier.value, 0) }));
  if (one.previous && one.following) told.push(t(one.previous === one.following ? 'changed.around' : 'changed.between', { previous: one.previous, following: one.following }));
  else if (one.previous) told.push(t('changed.after', { name: one.previous }));
  else if (one.following) told.push(t('changed.before', { name: one.following }));
  return told;
}

/** What accepting it does, on its button. */
export function deed(one: Proposed): string {
  if (one.kind === 'add') return t('changed.add', { stage: one.stage });
  if (one.meant) return t(one.kind === 'silent' ? 'changed.too' : 'changed.instead', { event: readable(one.meant) });
  return t('changed.off');
}

export function editOf(one: Proposed): Edit {
  const { kind, at, value, was, after } = one.edit;
  if (kind === 'add') return { kind, at, value: value as Json, after };
  if (kind === 'set') return { kind, at, value: value as Json, was: was as Json };
  return { kind: 'remove', at };
}

// A barrier in the reader's words: what stops customers, where, and against whom it was compared.
import { duration, share } from '../../../state/format';
import { t } from '../../../words';
import type { FoundBarrier } from '../../../api/truth';

const plain = (name: string): string => name.replaceAll('_', ' ');

/** Which moments of the step it is about: "device: phone"; nothing for all of them. */
export function about(one: FoundBarrier): string {
  if (one.kind === 'wait' || one.value === '') return '';
  const value = one.value === 'true' || one.value === 'false' ? t(`beside.is.${one.value}`) : one.value;
  return `${plain(one.what)}: ${value}`;
}

export function told(one: FoundBarrier): string {
  const here = share(one.share.value ?? 0, 0);
  const there = share(one.peers.value ?? 0, 0);
  const key = one.kind === 'error' && one.value === '' ? 'error_after' : one.kind;
  return t(`beside.told.${key}`, { here, there, next: plain(one.value), length: one.seconds === null ? '' : duration(one.seconds) });
}

export const where = (one: FoundBarrier): string => one.touchpoint_name ?? plain(one.event);

/** The whole of it as one line, for the map's document. */
export function line(one: FoundBarrier): string {
  const which = about(one);
  return `${which ? `${which} – ` : ''}${told(one)}`;
}

// What drifted from the tracking plan, and why something is kept out, in a sentence.
import type { Drift } from '../../api/sources';
import { count } from '../../state/format';
import { known, t } from '../../words';

/** One difference from the plan. */
export function driftSaid(drift: Drift): string {
  const values = {
    event: drift.event,
    property: drift.property ?? '',
    events: count(drift.events),
    of: count(drift.of),
    planned: drift.planned ? typeSaid(drift.planned) : '',
    example: drift.example ?? '',
  };
  return t(`sources.drift.${drift.what}`, values);
}

/** A type of the plan, `number?` as well. */
export function typeSaid(type: string): string {
  const key = `sources.type.${type.replace('?', '').replaceAll(' ', '_')}`;
  return known(key) ? t(key) : type;
}

/** `bot: headless: HeadlessChrome` becomes "HeadlessChrome"; `test: email` says by what a test was known. */
export function kindSaid(kind: string): string {
  const [what, ...rest] = kind.split(': ');
  if (what !== 'test') return rest.at(-1) ?? kind;
  const key = `sources.test.${rest.join(': ')}`;
  return known(key) ? t(key) : rest.join(': ');
}

export const isBot = (kind: string): boolean => kind.startsWith('bot: ');

// The one sentence: where most is lost, and what it would mean if everybody did as well as one segment. "If", never "because".
import { lines, type Measure } from '../../draw/labels';
import { count, interval, share } from '../../state/format';
import { t } from '../../words';
import type { MapView } from '../../api/types';

export interface Sentence {
  head: string;
  body: string[];
  button: string;
}

/** How high the sentence is in a column of width `w`; `em` measures a text at one pixel of type. */
export function tall(said: Sentence, w: number, em: Measure): number {
  const rows = (text: string, size: number, factor: number): number => lines(text, w, (word) => em(word) * size * factor);
  const body = said.body.join(' ');
  return 24 * rows(said.head, 20, 1.06) + (body ? 5 + 18 * rows(body, 14, 1) : 0) + 8 + 32;
}

/** Rounded to tens from a hundred up: a forecast is not a count. */
export const rough = (value: number): number => (Math.abs(value) >= 100 ? Math.round(value / 10) * 10 : Math.round(value));

export function sentence(view: MapView): Sentence | null {
  const found = view.insight;
  if (!found || found.leave_share.value === null) return null;
  const stage = view.stages.find((s) => s.id === found.stage);
  const name = stage?.name ?? found.stage;
  const { split, gain } = found;
  const head = t('map.insight.head', { share: share(found.leave_share.value, 0), stage: name });
  const body: string[] = [];
  if (split && split.inside.value !== null && split.outside.value !== null)
    body.push(t('map.insight.split', { segment: split.name, inside: share(split.inside.value, 0), outside: share(split.outside.value, 0) }));
  if (gain && gain.value !== null && gain.value >= 1) {
    const n = rough(gain.value);
    const range = gain.low !== null && gain.high !== null ? interval(rough(gain.low), rough(gain.high), 'journeys') : '';
    body.push(t('map.insight.gain', { n, count: count(n), range, segment: split?.name ?? '' }));
  }
  return { head, body, button: t('map.insight.show', { n: found.left.value ?? 0 }) };
}

// The map as a few written sentences: what a reader hears instead of seeing the river.
import { count, share } from '../../state/format';
import { t } from '../../words';
import { sentence } from './insight';
import { counted, plain, shown } from './numbers';
import type { MapView, Stage } from '../../api/types';

/** "Stage 3 of 5, I pay. 22% reach it; 74% go on; half take at most 3 min." */
export function stageSentence(view: MapView, stage: Stage, index: number): string {
  const all = view.journeys.value ?? 0;
  const parts = [
    t('map.sum.stage', { i: index + 1, of: view.stages.length, name: stage.name }),
    t('map.sum.reach', { n: count(stage.reached.value ?? 0), share: share(all ? (stage.reached.value ?? 0) / all : 0) }),
  ];
  if (stage.conversion) parts.push(t('map.sum.go_on', { share: shown(stage.conversion) }));
  if (stage.median_seconds.value !== null && !stage.median_seconds.too_few) parts.push(stage.median_seconds.value < 0.5 ? t('map.sum.at_once') : t('map.sum.median', { time: plain(stage.median_seconds) }));
  if ((stage.lost.value ?? 0) > 0) parts.push(t('map.sum.lost', { n: stage.lost.value ?? 0 }));
  const barrier = stage.touchpoints.flatMap((p) => p.barriers)[0];
  if (barrier) parts.push(t('map.sum.barrier', { text: barrier.text }));
  return parts.join(' ');
}

export function summary(view: MapView): string[] {
  const people = counted(view.people.value ?? 0, 'people');
  const first = [t('map.sum.map', { journeys: counted(view.journeys.value ?? 0, 'journeys'), people })];
  if (view.goal) first.push(t('map.sum.goal', { goal: view.goal.name, share: shown(view.goal.rate) }));
  const said = sentence(view);
  return [
    first.join(' '),
    ...view.stages.map((stage, i) => stageSentence(view, stage, i)),
    ...(said ? [[`${said.head}.`, ...said.body].join(' ').replaceAll('*', '')] : []),
  ];
}

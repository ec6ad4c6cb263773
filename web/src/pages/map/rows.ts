// Which numbers the inspector lists for a stop or a stage, in the order a reader asks for them.
import { t } from '../../words';
import type { MapView, Num, Stage, Stop } from '../../api/types';

export interface Row {
  label: string;
  what: string;
  number: Num;
}

const row = (key: string, name: string, number: Num): Row => ({ label: t(`map.num.${key}`), what: t(`map.what.${key}`, { name }), number });

export function stopRows(stop: Stop): Row[] {
  const rows = [
    row('reach', stop.name, stop.reach),
    row('share', stop.name, stop.share),
    row('people_of', stop.name, stop.people),
    row('visits', stop.name, stop.visits),
    row('lost', stop.name, stop.lost),
    row('open', stop.name, stop.open),
    row('goal_rate', stop.name, stop.goal_rate),
    row('goal_rate_without', stop.name, stop.goal_rate_without),
  ];
  return stop.target_action ? [...rows, row('target', stop.name, stop.target_action.rate)] : rows;
}

export function stageRows(stage: Stage): Row[] {
  const rows = [row('reached', stage.name, stage.reached), row('visited', stage.name, stage.visited), row('skipped', stage.name, stage.skipped)];
  if (stage.conversion) rows.push(row('go_on', stage.name, stage.conversion));
  rows.push(
    row('lost', stage.name, stage.lost),
    row('open', stage.name, stage.open),
    row('won', stage.name, stage.won),
    row('median', stage.name, stage.median_seconds),
    row('p90', stage.name, stage.p90_seconds),
  );
  return rows;
}

/** The name of a stop by its id; no id is the beginning or the end of the journey. */
export function stopName(view: MapView, id: string | null, end: 'start' | 'end'): string {
  if (id === null) return t(end === 'end' ? 'map.step.end' : 'map.step.start');
  for (const stage of view.stages) for (const stop of stage.touchpoints) if (stop.id === id) return stop.name;
  return id;
}

// The map's tables to save: stages, touchpoints, ways back, and the journeys behind a number.
import { tableOf, type Column, type Kind, type Table } from '../../parts/table';
import { channelName } from '../../state/names';
import { t } from '../../words';
import type { BehindItem, MapView, Num, Stage, Stop } from '../../api/types';

const KINDS: Partial<Record<Num['unit'], Kind>> = { share: 'share', seconds: 'seconds' };

type Choice = Record<string, string | null | undefined>;

/** What made the table: the map and what was chosen of it. */
const asked = (view: MapView, choice: Choice): Record<string, unknown> => ({
  map: view.id,
  ...Object.fromEntries(Object.entries(choice).filter(([, value]) => value)),
});

const said = (number: Num | null): number | null => (number === null || number.too_few ? null : number.value);

/** A column of numbers; where there are too few to say, the cell stays empty. */
function numbers<Row>(key: string, unit: Num['unit'], of: (row: Row) => Num | null): Column<Row> {
  return { name: t(`map.num.${key}`), kind: KINDS[unit] ?? 'number', cell: (row) => said(of(row)) };
}

export function stagesTable(view: MapView, choice: Choice): Table {
  const columns: Column<Stage>[] = [
    { name: t('map.stage'), kind: 'text', cell: (stage) => stage.name },
    numbers('reached', 'journeys', (stage) => stage.reached),
    numbers('go_on', 'share', (stage) => stage.conversion),
    numbers('lost', 'journeys', (stage) => stage.lost),
    numbers('open', 'journeys', (stage) => stage.open),
    numbers('won', 'journeys', (stage) => stage.won),
    numbers('skipped', 'journeys', (stage) => stage.skipped),
    numbers('median', 'seconds', (stage) => stage.median_seconds),
    numbers('p90', 'seconds', (stage) => stage.p90_seconds),
    { name: t('map.owner_label'), kind: 'text', cell: (stage) => stage.owner },
  ];
  return ofMap(view, choice, t('map.table.stages'), columns, view.stages);
}

export function stopsTable(view: MapView, choice: Choice): Table {
  const columns: Column<{ stage: Stage; stop: Stop }>[] = [
    { name: t('map.stage'), kind: 'text', cell: ({ stage }) => stage.name },
    { name: t('map.stop'), kind: 'text', cell: ({ stop }) => stop.name },
    { name: t('map.channel'), kind: 'text', cell: ({ stop }) => channelName(stop.channel) },
    numbers('reach', 'journeys', ({ stop }) => stop.reach),
    numbers('share', 'share', ({ stop }) => stop.share),
    numbers('lost', 'journeys', ({ stop }) => stop.lost),
    numbers('open', 'journeys', ({ stop }) => stop.open),
    numbers('goal_rate', 'share', ({ stop }) => stop.goal_rate),
    { name: t('map.lane.emotion'), kind: 'number', cell: ({ stop }) => stop.emotion.value },
    { name: t('tables.evidence'), kind: 'text', cell: ({ stop }) => (stop.emotion.value === null ? null : t(`map.evidence.${stop.emotion.evidence}`)) },
    { name: t('map.lane.thinks'), kind: 'text', cell: ({ stop }) => stop.thinks },
    { name: t('map.lane.barriers'), kind: 'text', cell: ({ stop }) => stop.barriers.map((barrier) => `${barrier.text} (${t(`map.evidence.${barrier.evidence}`)})`).join('\n') },
    { name: t('map.lane.fixes'), kind: 'text', cell: ({ stop }) => stop.barriers.flatMap((barrier) => barrier.fixes.map((fix) => fix.text)).join('\n') },
  ];
  const rows = view.stages.flatMap((stage) => stage.touchpoints.map((stop) => ({ stage, stop })));
  return ofMap(view, choice, t('map.table.stops'), columns, rows);
}

export function returnsTable(view: MapView, choice: Choice): Table {
  const name = (id: string): string => view.stages.find((stage) => stage.id === id)?.name ?? id;
  const columns: Column<MapView['returns'][number]>[] = [
    { name: t('map.from'), kind: 'text', cell: (back) => name(back.origin) },
    { name: t('map.to'), kind: 'text', cell: (back) => name(back.target) },
    numbers('journeys', 'journeys', (back) => back.journeys),
    numbers('moves', 'events', (back) => back.moves),
  ];
  return ofMap(view, choice, t('map.table.returns'), columns, view.returns);
}

/** Exactly those that a number counts. `what`: the number in words. */
export function behindTable(view: MapView, choice: Choice, what: string, pointer: string, items: readonly BehindItem[]): Table {
  const columns: Column<BehindItem>[] = [
    { name: t('tables.customer'), kind: 'text', cell: (item) => item.customer },
    { name: t('tables.begins'), kind: 'time', cell: (item) => item.started },
    { name: t('tables.ends'), kind: 'time', cell: (item) => item.ended },
    { name: t('tables.outcome'), kind: 'text', cell: (item) => (item.outcome ? t(`map.outcome.${item.outcome}`) : null) },
  ];
  const question = { ...asked(view, choice), behind: pointer };
  return tableOf(t('tables.behind', { map: view.title, what }), columns, items, { question, as_of: view.as_of, n: items.length });
}

function ofMap<Row>(view: MapView, choice: Choice, table: string, columns: readonly Column<Row>[], rows: readonly Row[]): Table {
  const about = { question: asked(view, choice), as_of: view.as_of, n: view.people.value };
  return tableOf(t('tables.map', { map: view.title, table }), columns, rows, about);
}

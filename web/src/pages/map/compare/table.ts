// The tables of comparisons to save.
import { interval, tableOf, type Column, type Table } from '../../../parts/table';
import { t } from '../../../words';
import type { ComparedNumber, MapComparison, SmallMap, SmallMaps } from '../../../api/compare';
import type { MapView, Num } from '../../../api/types';
import { what } from './sides';

const said = (number: Num | null): number | null => (number === null || number.too_few ? null : number.value);

export function comparedTable(view: MapView, found: MapComparison): Table {
  const stage = (id: string | null): string | null => view.stages.find((one) => one.id === id)?.name ?? null;
  const sides = [found.one, found.other].map((side) => `${side.name ?? t('map.everyone')} ${side.date_from}…${side.date_to}`);
  const side = (name: string, of: (one: ComparedNumber) => Num): Column<ComparedNumber>[] => [
    { name, kind: 'number', cell: (one) => said(of(one)) },
    ...interval<ComparedNumber>(name, 'number', (one) => (said(of(one)) === null ? null : of(one))),
    { name: `n: ${name}`, kind: 'number', cell: (one) => of(one).of ?? of(one).n },
  ];
  const columns: Column<ComparedNumber>[] = [
    { name: t('map.stage'), kind: 'text', cell: (one) => stage(one.stage) },
    { name: t('compare.where'), kind: 'text', cell: (one) => one.name },
    { name: t('compare.what'), kind: 'text', cell: what },
    ...side(sides[0] ?? '', (one) => one.one),
    ...side(sides[1] ?? '', (one) => one.other),
    { name: t('compare.difference'), kind: 'number', cell: (one) => one.difference.value },
    ...interval<ComparedNumber>(t('compare.difference'), 'number', (one) => one.difference),
    { name: t('compare.sure'), kind: 'text', cell: (one) => (one.difference.value === null ? null : t(one.clear ? 'compare.clear' : 'compare.unclear')) },
  ];
  const question = { map: view.id, one: found.one.segment, other: found.other.segment, sides };
  return tableOf(t('tables.map', { map: view.title, table: t('compare.compare') }), columns, found.numbers, { question, as_of: view.as_of, n: found.one.people.n });
}

export function smallTable(view: MapView, found: SmallMaps): Table {
  const columns: Column<SmallMap>[] = [
    { name: t('map.segment'), kind: 'text', cell: (one) => one.name ?? t('map.everyone') },
    { name: t('map.num.people_of'), kind: 'number', cell: (one) => one.people.n },
    { name: t('map.num.goal_rate'), kind: 'share', cell: (one) => said(one.goal) },
    ...interval<SmallMap>(t('map.num.goal_rate'), 'share', (one) => (said(one.goal) === null ? null : one.goal)),
    { name: t('compare.difference'), kind: 'share', cell: (one) => one.difference?.value ?? null },
    ...interval<SmallMap>(t('compare.difference'), 'share', (one) => one.difference),
    ...view.stages.map((stage, i): Column<SmallMap> => ({ name: stage.name, kind: 'number', cell: (one) => one.stages[i]?.reached.n ?? null })),
  ];
  return tableOf(t('tables.map', { map: view.title, table: t('compare.segments') }), columns, found.maps, { question: { map: view.id }, as_of: view.as_of, n: view.people.value });
}

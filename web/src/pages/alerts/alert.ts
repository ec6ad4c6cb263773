// An alert between its document and its form: what it watches, when it rings, and to whom it is sent. No DOM.
import type { Alert, Past, Seen } from '../../api/alerts';
import type { Kpi } from '../../api/kpis';
import type { MapView } from '../../api/types';
import { t } from '../../words';
import { fromField, toField, told, type Unit } from '../overview/said';

export const RULES = ['below', 'above', 'falls_by', 'rises_by', 'deepens_by', 'unusual'] as const;
export type Rule = (typeof RULES)[number];
/** The cell of a map's mood line where it falls most. */
export const VALLEY = 'valley';
export const SIDES = ['low', 'high', 'both'] as const;

/** What is filled in. of: "kpi ID" or "map ID"; limits: as typed, "" for a rule that is not used. */
export interface Filled {
  name: string;
  of: string;
  cell: string;
  segment: string;
  limits: Record<Exclude<Rule, 'unusual'>, string>;
  unusual: string;
  days: string;
  send: string;
  owner: string;
  task: boolean;
  off: boolean;
}

export type State = 'rings' | 'fine' | 'nothing' | 'off' | 'wrong';

export function stateOf(alert: Alert, seen: Seen | undefined): State {
  if (alert.problem || seen?.problem) return 'wrong';
  if (alert.fields.off === true) return 'off';
  if (!seen || seen.value === null) return 'nothing';
  return seen.why ? 'rings' : 'fine';
}

/** Since when each alert rings that rings now. */
export const since = (past: readonly Past[]): ReadonlyMap<string, string> =>
  new Map(past.filter(({ ended }) => ended === null).map(({ alert, began }) => [alert, began]));

/** In what the number of a cell is counted; known by the end of its pointer. */
export function unitOfCell(cell: string): Unit {
  if (cell === VALLEY) return 'score';
  if (/seconds$/.test(cell)) return 'seconds';
  return /(rate|rate_without|conversion|share|leave_share)$/.test(cell) ? 'share' : 'people';
}

export function unitOf(fields: Record<string, unknown>, kpis: readonly Kpi[]): Unit {
  if (typeof fields.cell === 'string') return unitOfCell(fields.cell);
  return kpis.find(({ id }) => id === fields.measure)?.unit ?? 'score';
}

export interface Cell {
  cell: string;
  /** A key under alerts.cell. */
  what: 'goal' | 'conversion' | 'lost' | 'time' | 'reach' | 'valley';
  name: string;
}

/** The numbers of a map that can be watched. */
export function cellsOf(map: MapView): Cell[] {
  const cells: Cell[] = map.goal ? [{ cell: '/goal/rate', what: 'goal', name: map.goal.name }] : [];
  map.stages.forEach((stage, at) => {
    const here = `/stages/${at}`;
    if (stage.conversion) cells.push({ cell: `${here}/conversion`, what: 'conversion', name: stage.name });
    cells.push({ cell: `${here}/lost`, what: 'lost', name: stage.name }, { cell: `${here}/median_seconds`, what: 'time', name: stage.name });
    stage.touchpoints.forEach((stop, place) => cells.push({ cell: `${here}/touchpoints/${place}/share`, what: 'reach', name: stop.name }));
  });
  if (map.mood) cells.push({ cell: VALLEY, what: 'valley', name: '' });
  return cells;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const amount = (value: unknown): number | null => (typeof value === 'number' ? value : null);
/** By how much a number falls or rises is always a share. */
export const limitUnit = (rule: Rule, unit: Unit): Unit => (rule === 'falls_by' || rule === 'rises_by' ? 'share' : unit);

export function filledOf(alert: Alert | null, unit: Unit, first: string): Filled {
  const fields: Record<string, unknown> = alert?.fields ?? {};
  const limit = (rule: Rule): string => toField(amount(fields[rule]), limitUnit(rule, unit));
  return {
    name: alert?.name ?? '',
    of: text(fields.map) ? `map ${text(fields.map)}` : text(fields.measure) ? `kpi ${text(fields.measure)}` : first,
    cell: text(fields.cell),
    segment: text(fields.segment),
    limits: { below: limit('below'), above: limit('above'), falls_by: limit('falls_by'), rises_by: limit('rises_by'), deepens_by: limit('deepens_by') },
    unusual: text(fields.unusual),
    days: String(amount(fields.days) ?? 28),
    send: Array.isArray(fields.send) ? fields.send.join(', ') : '',
    owner: text(fields.owner),
    task: fields.task === true,
    off: fields.off === true,
  };
}

/** What goes into the document; null takes a field away. */
export function fieldsOf(filled: Filled, unit: Unit): Record<string, unknown> {
  const [kind = '', id = ''] = filled.of.split(' ');
  const limit = (rule: Exclude<Rule, 'unusual'>): number | null => fromField(filled.limits[rule], limitUnit(rule, unit));
  const send = filled.send.split(',').map((one) => one.trim()).filter(Boolean);
  return {
    name: filled.name.trim(),
    measure: kind === 'kpi' ? id : null,
    map: kind === 'map' ? id : null,
    cell: kind === 'map' ? filled.cell : null,
    segment: filled.segment || null,
    below: limit('below'),
    above: limit('above'),
    falls_by: limit('falls_by'),
    rises_by: limit('rises_by'),
    deepens_by: filled.cell === VALLEY ? limit('deepens_by') : null,
    unusual: kind === 'kpi' && filled.unusual ? filled.unusual : null,
    days: Math.round(fromField(filled.days, 'score') ?? 28),
    send: send.length ? send : null,
    owner: filled.owner.trim() || null,
    task: filled.task || null,
    off: filled.off || null,
  };
}

/** Why it rings or rang, in words; the limit stands beside the number. */
function said(why: string, value: number, limit: number | null, unit: Unit, currency: string | null): string {
  return t(`alerts.why.${why}`, { value: told(value, unit, currency), limit: told(limit, unit, currency) });
}

export function whyOf(one: Past, fields: Record<string, unknown>, kpis: readonly Kpi[]): string {
  return said(one.why, one.value, one.limit, unitOf(fields, kpis), kpis.find(({ id }) => id === fields.measure)?.currency ?? null);
}

/** What came of a try. */
export function verdictOf(seen: Seen, unit: Unit, currency: string | null): string {
  if (seen.problem) return seen.problem;
  if (seen.value === null) return t('alerts.tried.nothing');
  if (!seen.why) return t('alerts.tried.fine', { value: told(seen.value, unit, currency) });
  return t('alerts.tried.rings', { why: said(seen.why, seen.value, seen.limit, unit, currency) });
}

// What each lane says under a stage: the one thing worth reading first, and how many more there are.
import { known, t } from '../../words';
import type { Barrier, Evidence, Fix, MapView, Stage, Stop } from '../../api/types';

/** One of ours, one of words that every map knows, or one that the map itself brings. */
export type LaneId = string;
export const LANES: readonly LaneId[] = ['thinks', 'barriers', 'fixes', 'kpis'];

export interface LaneText {
  text: string;
  evidence: Evidence;
  /** None: said of the whole stage. */
  stop: Stop | null;
  more: number;
  barrier?: Barrier;
  fix?: Fix;
}

/** The lanes a map shows, in the order its document lists them. */
export const lanesOf = (view: MapView): LaneId[] =>
  view.lanes.filter((name) => LANES.includes(name) || view.rows.some((row) => row.id === name));

export const laneName = (lane: LaneId, view: MapView): string =>
  known(`map.lane.${lane}`) ? t(`map.lane.${lane}`) : (view.rows.find((row) => row.id === lane)?.name ?? lane);

export const hasMood = (view: MapView): boolean =>
  view.lanes.includes('emotion') && view.stages.some((s) => s.touchpoints.some((p) => p.emotion.value !== null || p.emotion.n > 0));

/** The loud stop first, then moments of truth, then the order of the document. */
function ranked(stage: Stage, loud: string | null): Stop[] {
  const rank = (s: Stop): number => (s.id === loud ? 0 : s.moment_of_truth ? 1 : 2);
  return [...stage.touchpoints].sort((a, b) => rank(a) - rank(b));
}

export function laneText(lane: LaneId, stage: Stage, loud: string | null, rows: MapView['rows'] = []): LaneText | null {
  const stops = ranked(stage, loud);
  const row = rows.find((one) => one.id === lane);
  if (row) {
    const cells = row.cells.filter((cell) => cell.stage === stage.id);
    const [first] = cells;
    const stop = stops.find((one) => one.id === first?.touchpoint) ?? null;
    return first ? { text: first.text, evidence: 'reported', stop, more: cells.length - 1 } : null;
  }
  if (lane === 'thinks') {
    const said = stops.filter((s) => s.thinks !== null);
    const [first] = said;
    return first ? { text: first.thinks ?? '', evidence: 'assumed', stop: first, more: said.length - 1 } : null;
  }
  const barriers = stops.flatMap((stop) => stop.barriers.map((barrier) => ({ stop, barrier })));
  if (lane === 'barriers') {
    const [first] = barriers;
    return first ? { text: first.barrier.text, evidence: first.barrier.evidence, stop: first.stop, barrier: first.barrier, more: barriers.length - 1 } : null;
  }
  if (lane === 'fixes') {
    const fixes = barriers.flatMap((b) => b.barrier.fixes.map((fix) => ({ ...b, fix })));
    const [first] = fixes;
    return first ? { text: first.fix.text, evidence: 'measured', stop: first.stop, fix: first.fix, more: fixes.length - 1 } : null;
  }
  return null;
}

/** How far a fix has come, in words: our own where we have them, else the document's. */
export const statusName = (code: string | null): string =>
  code && known(`map.status.${code}`) ? t(`map.status.${code}`) : (code ?? '');

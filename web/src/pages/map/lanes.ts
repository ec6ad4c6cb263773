// What each lane says under a stage: the one thing worth reading first, and how many more there are.
import { known, t } from '../../words';
import type { Barrier, Evidence, Fix, MapView, Stage, Stop } from '../../api/types';

export type LaneId = 'thinks' | 'barriers' | 'fixes' | 'kpis';
export const LANES: readonly LaneId[] = ['thinks', 'barriers', 'fixes', 'kpis'];

export interface LaneText {
  text: string;
  evidence: Evidence;
  stop: Stop;
  more: number;
  barrier?: Barrier;
  fix?: Fix;
}

/** The lanes a map shows, in the order its document lists them. */
export const lanesOf = (view: MapView): LaneId[] =>
  view.lanes.flatMap((name) => LANES.filter((lane) => lane === name));

export const hasMood = (view: MapView): boolean =>
  view.lanes.includes('emotion') && view.stages.some((s) => s.touchpoints.some((p) => p.emotion.value !== null));

/** The loud stop first, then moments of truth, then the order of the document. */
function ranked(stage: Stage, loud: string | null): Stop[] {
  const rank = (s: Stop): number => (s.id === loud ? 0 : s.moment_of_truth ? 1 : 2);
  return [...stage.touchpoints].sort((a, b) => rank(a) - rank(b));
}

export function laneText(lane: LaneId, stage: Stage, loud: string | null): LaneText | null {
  const stops = ranked(stage, loud);
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

// A map stage by stage, for a room: which slides there are, which a key leads to, and what stands in the notes. No DOM.
import type { MapView, Stage, Stop } from '../../../api/types';

export type Slide = { kind: 'cover' } | { kind: 'stage'; stage: Stage; index: number } | { kind: 'end' };

export const slidesOf = (view: MapView): Slide[] => [
  { kind: 'cover' },
  ...view.stages.map((stage, index) => ({ kind: 'stage' as const, stage, index })),
  { kind: 'end' },
];

/** The slide that the address names, within what there is. */
export const slideAt = (asked: string | null, many: number): number => Math.min(Math.max(0, Math.trunc(Number(asked)) || 0), many - 1);

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ' ': 1, Enter: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Backspace: -1 };

/** Where a key leads; null when it leads nowhere. */
export function led(key: string, at: number, many: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return many - 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.min(Math.max(0, at + step), many - 1);
}

export interface Note {
  name: string;
  texts: readonly string[];
}

/** What people noted about a stage and its touchpoints. */
export function notesOf(stage: Stage): Note[] {
  const said = (part: Stage | Stop): Note => ({ name: part.name, texts: part.details.filter((one) => one.field === 'notes').flatMap((one) => one.texts) });
  return [said(stage), ...stage.touchpoints.map(said)].filter((note) => note.texts.length > 0);
}

/** The barriers of a stage, those with evidence first. */
export const barriersOf = (stage: Stage): Stop['barriers'] =>
  stage.touchpoints.flatMap((stop) => stop.barriers).toSorted((a, b) => Number(a.evidence === 'assumed') - Number(b.evidence === 'assumed'));

/** The stage where the largest part of those who came is lost; none where nobody is. */
export function worst(view: MapView): Stage | null {
  const loss = (stage: Stage): number => (stage.reached.value && !stage.lost.too_few ? (stage.lost.value ?? 0) / stage.reached.value : 0);
  const found = view.stages.toSorted((a, b) => loss(b) - loss(a))[0];
  return found && loss(found) > 0 ? found : null;
}

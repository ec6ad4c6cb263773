// Where a dragged stage or touchpoint would land: places between the columns, as coordinates and as what it comes after.
export interface Column {
  id: string;
  x: number;
  w: number;
}

export interface Standing {
  id: string;
  stage: string;
  x: number;
}

/** A gap to drop into. x: where its line is drawn. after: the id before it; "" of none. */
export interface Slot {
  x: number;
  stage: string;
  after: string;
}

const nearest = (slots: readonly Slot[], x: number): Slot | null =>
  slots.reduce<Slot | null>((best, slot) => (best === null || Math.abs(slot.x - x) < Math.abs(best.x - x) ? slot : best), null);

/** Between stages. */
export function stageSlot(columns: readonly Column[], x: number, dragged: string): Slot | null {
  const rest = columns.filter((column) => column.id !== dragged);
  const slots = rest.map((column) => ({ x: column.x + column.w, stage: column.id, after: column.id }));
  const first = columns[0];
  return nearest(first ? [{ x: first.x, stage: first.id, after: '' }, ...slots] : slots, x);
}

/** Between the touchpoints of the stage that is under the pointer. */
export function stopSlot(columns: readonly Column[], stops: readonly Standing[], x: number, dragged: readonly string[]): Slot | null {
  const column = columns.find((one) => x >= one.x && x < one.x + one.w) ?? (x < (columns[0]?.x ?? 0) ? columns[0] : columns.at(-1));
  if (!column) return null;
  const inside = stops.filter((stop) => stop.stage === column.id && !dragged.includes(stop.id));
  const slots = inside.map((stop, i) => ({ x: (stop.x + (inside[i + 1]?.x ?? column.x + column.w)) / 2, stage: column.id, after: stop.id }));
  return nearest([{ x: inside[0] ? (column.x + inside[0].x) / 2 : column.x + column.w / 2, stage: column.id, after: '' }, ...slots], x);
}

/** The place one step further for who moves by keyboard; null at the border. */
export function step(stages: readonly { id: string; stops: readonly string[] }[], id: string, by: 1 | -1): Slot | null {
  const row = stages.findIndex((stage) => stage.id === id || stage.stops.includes(id));
  const stage = stages[row];
  if (!stage) return null;
  if (stage.id === id) {
    const to = row + by;
    if (to < 0 || to >= stages.length) return null;
    const others = stages.filter((one) => one.id !== id);
    return { x: 0, stage: id, after: others[to - 1]?.id ?? '' };
  }
  const place = stage.stops.indexOf(id) + by;
  if (place >= 0 && place < stage.stops.length) {
    const others = stage.stops.filter((one) => one !== id);
    return { x: 0, stage: stage.id, after: others[place - 1] ?? '' };
  }
  const next = stages[row + by];
  return next ? { x: 0, stage: next.id, after: by < 0 ? (next.stops.at(-1) ?? '') : '' } : null;
}

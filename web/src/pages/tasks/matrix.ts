// Opportunities as dots in a square: value against effort, or importance against satisfaction. No DOM.
import type { Opportunity } from '../../api/tasks';

export type Kind = 'effort' | 'need';

export interface Axes {
  x: 'effort' | 'satisfaction';
  y: 'value' | 'importance';
  xMost: number;
  yMost: number;
  /** One press of an arrow key. */
  xStep: number;
  yStep: number;
}

export const AXES: Record<Kind, Axes> = {
  effort: { x: 'effort', y: 'value', xMost: 5, yMost: 1, xStep: 0.5, yStep: 0.05 },
  need: { x: 'satisfaction', y: 'importance', xMost: 10, yMost: 10, xStep: 0.5, yStep: 0.5 },
};

export interface Dot {
  one: Opportunity;
  x: number;
  y: number;
  /** Place in the square, 0 to 1 from its left and from its bottom. */
  left: number;
  bottom: number;
}

export function dots(all: readonly Opportunity[], kind: Kind): { placed: Dot[]; unplaced: Opportunity[] } {
  const axes = AXES[kind];
  const placed: Dot[] = [];
  const unplaced: Opportunity[] = [];
  for (const one of all) {
    if (one.status === 'dropped') continue;
    const [x, y] = [one[axes.x], one[axes.y]];
    if (x === null || y === null) unplaced.push(one);
    else placed.push({ one, x, y, left: x / axes.xMost, bottom: y / axes.yMost });
  }
  return { placed, unplaced };
}

const within = (value: number, most: number, step: number): number => {
  const kept = Math.min(Math.max(value, 0), most);
  return Math.round((Math.round(kept / (step / 5)) * step * 1000) / 5) / 1000;
};

/** What a place in the square means; off the square is its edge. */
export function valuesAt(left: number, bottom: number, kind: Kind): { x: number; y: number } {
  const { xMost, yMost, xStep, yStep } = AXES[kind];
  return { x: within(left * xMost, xMost, xStep), y: within(bottom * yMost, yMost, yStep) };
}

const MOVES: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/** Where an arrow key moves a dot; null for other keys. */
export function moved(dot: Pick<Dot, 'x' | 'y'>, key: string, kind: Kind): { x: number; y: number } | null {
  const by = MOVES[key];
  if (!by) return null;
  const { xMost, yMost, xStep, yStep } = AXES[kind];
  return { x: within(dot.x + by[0] * xStep, xMost, xStep), y: within(dot.y + by[1] * yStep, yMost, yStep) };
}

/** The fields of the document that a place in the square sets: the value of both, as it is their mean. */
export function fieldsOf(place: { x: number; y: number }, kind: Kind): Record<string, number> {
  return kind === 'effort' ? { effort: place.x, customer_value: place.y, business_value: place.y } : { satisfaction: place.x, importance: place.y };
}

/** An id from a title: its letters and digits, without accents. */
export function idOf(title: string, taken: readonly string[], otherwise = 'opportunity'): string {
  const bare = title.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/gi, 'l').toLowerCase();
  const base = bare.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 40).replace(/-+$/, '') || otherwise;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}

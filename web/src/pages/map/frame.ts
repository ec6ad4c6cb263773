// The whole sheet as coordinates: a map's numbers and the room there is, turned into what River, Stops and Mood draw.
import { columns, pitch as pitchOf, stopXs, type Column } from '../../draw/columns';
import { fit, type Measure } from '../../draw/labels';
import { moodLine, type MoodLine } from '../../draw/mood';
import { moodsOf } from './moods';
import { arcs, tracks, type Arc, type ReturnInput } from '../../draw/returns';
import { river, scaleBar, type River } from '../../draw/river';
import type { MapView, Stage, Stop } from '../../api/types';

export interface Place {
  stop: Stop;
  stage: Stage;
  stageIndex: number;
  index: number;
  x: number;
}

export interface Frame {
  width: number;
  height: number;
  cols: Column[];
  places: Place[];
  pitch: number;
  tight: boolean;
  names: string[];
  short: boolean;
  labelTop: number;
  labelHeight: number;
  head: number;
  y0: number;
  k: number;
  H: number;
  river: River;
  arcs: Arc[];
  returns: MapView['returns'];
  moodTop: number;
  moodHeight: number;
  mood: MoodLine;
  loud: number;
  scale: { n: number; h: number };
  insight: { x: number; y: number; w: number } | null;
}

export interface Room {
  width: number;
  /** Height the canvas may take without scrolling. */
  height: number;
  measure: Measure;
  mood: boolean;
  /** How high the sentence is in a column so wide; none when there is nothing to say. */
  said?: ((width: number) => number) | null;
  /** Room kept free over everything, for the line of the desired journey. */
  above?: number;
}

const LABEL = 16;
const MOOD = { roomy: 84, dense: 64 };
/** Room under the river for what falls from it. */
const GAP = 50;
/** The sentence with its second line and its button. */
const TALL = 128;

export const stopsOf = (view: MapView): { stop: Stop; stage: Stage; stageIndex: number }[] =>
  view.stages.flatMap((stage, stageIndex) => stage.touchpoints.map((stop) => ({ stop, stage, stageIndex })));

/** Journeys that met the goal and went no further leave the river after the last stop of their stage; those of the last stage stay in it. */
export function doneAt(view: MapView): number[] {
  const last = view.stages.length - 1;
  return view.stages.flatMap((stage, i) =>
    stage.touchpoints.map((_, j) => (i < last && j === stage.touchpoints.length - 1 ? (stage.won.value ?? 0) : 0)),
  );
}

/** Which stops an arc joins: the last stop of the stage it leaves, the first of the stage it returns to. */
export function returnStops(view: MapView): ReturnInput[] {
  const at = stopsOf(view);
  return view.returns.map((r) => ({
    from: Math.max(0, at.findLastIndex((p) => p.stage.id === r.origin)),
    to: Math.max(0, at.findIndex((p) => p.stage.id === r.target)),
  }));
}

/** The few returns worth an arc, the largest first; the table has them all. */
export function drawnReturns(view: MapView, most = 3): MapView['returns'] {
  const floor = (view.journeys.value ?? 0) * 0.01;
  return [...view.returns]
    .filter((r) => (r.journeys.value ?? 0) >= Math.max(1, floor))
    .sort((a, b) => (b.journeys.value ?? 0) - (a.journeys.value ?? 0))
    .slice(0, most);
}

function insightRoom(view: MapView, f: Omit<Frame, 'insight' | 'mood' | 'height'>, dots: MoodLine['dots'], said: Room['said']): Frame['insight'] {
  if (!view.insight) return null;
  const edges = f.river.streams.filter((s) => s.stop >= f.loud).map((s) => s.cx + s.w / 2);
  const x = Math.max(...edges, f.places[f.loud]?.x ?? 0) + 26;
  const w = f.width - x - 12;
  const y = f.y0 + f.river.at(x) + 24;
  const below = dots.filter((d) => d.x > x - 12 && d.x < x + 480).map((d) => d.y - (d.face ? 32 : 10));
  const floor = Math.min(f.moodTop + 70, ...below);
  return w < 300 || floor - y < (said?.(Math.min(w, 480)) ?? TALL) ? null : { x, y, w: Math.min(w, 480) };
}

/** Everything the canvas draws, from the numbers alone; on a low screen with short names, fewer arcs and a flatter mood. */
export function frame(view: MapView, room: Room): Frame {
  const roomy = layOut(view, room, false);
  return roomy.H > 0 && roomy.H < 140 ? layOut(view, room, true) : roomy;
}

function layOut(view: MapView, room: Room, dense: boolean): Frame {
  const moodHeight = dense ? MOOD.dense : MOOD.roomy;
  const counts = view.stages.map((s) => s.touchpoints.length);
  const width = room.width;
  const cols = columns(width, counts);
  const xs = stopXs(cols, counts);
  const places = stopsOf(view).map((p, index) => ({ ...p, index, x: xs[index] ?? 0 }));
  const pitch = pitchOf(xs, width);
  const named = fit(places.map((p) => p.stop), pitch - 6, room.measure, dense ? 2 : 3);
  const shown = drawnReturns(view, dense ? 2 : 3);
  const drawn = returnStops({ ...view, returns: shown });
  const lanes = drawn.length ? Math.max(...tracks(drawn)) + 1 : 0;
  const above = room.above ?? 0;
  const labelTop = above + (lanes ? 10 + lanes * 16 + 4 : 10);
  const labelHeight = named.lines * LABEL + 18;
  const head = labelTop + labelHeight + 18;
  const y0 = head + 15;
  const moodRoom = room.mood ? moodHeight + 12 : 16;
  const start = Math.max(view.journeys.value ?? 0, view.stages[0]?.reached.value ?? 0);
  // Without a journey there is no water: the bank and its stops alone.
  const H = start ? Math.max(104, Math.min(240, room.height - y0 - GAP - moodRoom)) : 0;
  const k = start ? H / start : 0;
  const loud = view.insight ? places.findIndex((p) => p.stop.id === view.insight?.touchpoint) : -1;
  const value = (of: 'lost' | 'open'): number[] => places.map((p) => p.stop[of].value ?? 0);
  const water = river({ xs, x0: 0, x1: width + 8, y0, k, start, lost: value('lost'), open: value('open'), done: doneAt(view), pitch, fall: dense ? 32 : 38 });
  const moodTop = y0 + H + GAP;
  const tops = places.map((_, i) => labelTop + labelHeight - 18 - lineCount(named.texts[i] ?? '', pitch - 6, room.measure) * LABEL);
  const base = {
    width, cols, places, pitch, tight: pitch < 76, names: named.texts, short: named.short, labelTop, labelHeight, head, y0, k, H,
    river: water, arcs: arcs(drawn, { xs, tops, y: 12 + above, gap: 16 }), moodTop, moodHeight, returns: shown, loud, scale: scaleBar(k),
  };
  const mood = moodLine(moodsOf(view, places.map((p) => p.stop)), xs, moodTop, moodHeight);
  return {
    ...base,
    mood,
    height: room.mood ? moodTop + moodHeight + 12 : y0 + H + GAP + 16,
    insight: insightRoom(view, base, room.mood ? mood.dots : [], room.said),
  };
}

const lineCount = (text: string, room: number, measure: Measure): number => fit([{ name: text, short: text }], room, measure).lines;

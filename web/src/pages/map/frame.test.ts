import { describe, expect, it } from 'vitest';
import { sample } from './fixture';
import { doneAt, drawnReturns, frame, returnStops } from './frame';

const room = { width: 1290, height: 470, measure: (text: string) => text.length * 6.4, mood: true };

describe('frame', () => {
  const view = sample();
  const f = frame(view, room);

  it('ends the river with those who reach the last stage', () => {
    expect(f.river.left).toBe(372);
    expect(doneAt(view).filter(Boolean)).toEqual([224]);
  });

  it('counts everyone who arrives before the last stage as done, and nobody twice', () => {
    const lost = view.stages.reduce((sum, s) => sum + (s.lost.value ?? 0), 0);
    const open = view.stages.reduce((sum, s) => sum + (s.open.value ?? 0), 0);
    const done = doneAt(view).reduce((a, b) => a + b, 0);
    expect(lost + open + done + f.river.left).toBe(4302);
  });

  it('finds the loud stop and room for the sentence beside its stream, under the river', () => {
    expect(f.loud).toBe(6);
    expect(f.insight).not.toBeNull();
    const x = f.insight?.x ?? 0;
    expect(x).toBeGreaterThan(f.places[9]?.x ?? 0);
    expect(f.insight?.y).toBeGreaterThan(f.y0 + f.river.at(x));
  });

  it('gives the sentence a place of its own when the sheet has no room', () => {
    expect(frame(view, { ...room, width: 700 }).insight).toBeNull();
  });

  it('joins the last stop of a stage with the first of the one returned to', () => {
    expect(returnStops(view)).toEqual([
      { from: 9, to: 3 },
      { from: 10, to: 3 },
    ]);
    expect(f.arcs.map((a) => a.track)).toEqual([0, 1]);
  });

  it('draws only returns that matter', () => {
    const [first] = view.returns;
    const tiny = first ? { ...first, journeys: { ...first.journeys, value: 3 } } : null;
    expect(drawnReturns({ ...view, returns: tiny ? [tiny] : [] })).toEqual([]);
  });

  it('uses the room it has, within its limits', () => {
    expect(frame(view, { ...room, height: 2000 }).H).toBe(240);
    expect(frame(view, { ...room, height: 10 }).H).toBe(104);
  });

  it('stands on an empty map, too', () => {
    const empty = frame(sample({ stages: [], returns: [], insight: null, journeys: { ...view.journeys, value: 0 } }), room);
    expect(empty.places).toEqual([]);
    expect(empty.river.streams).toEqual([]);
  });
});

// Where stages and stops stand on the stem of the narrow map: a head for each stage, a row for each stop.
export interface StemRows {
  stages: number[];
  stops: number[];
  height: number;
  pitch: number;
}

const ROW = 56;
const HEAD = 66;
const LANE = 66;

/** Heads grow when a lane is shown under them. */
export function rows(stops: readonly number[], lane: boolean): StemRows {
  const found: StemRows = { stages: [], stops: [], height: 0, pitch: ROW };
  let y = 6;
  for (const n of stops) {
    found.stages.push(y + 4);
    y += HEAD + (lane ? LANE : 0);
    for (let i = 0; i < n; i++, y += ROW) found.stops.push(y + ROW / 2 - 4);
    y += 8;
  }
  found.height = y + 6;
  return found;
}

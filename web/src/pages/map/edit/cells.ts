// Which field a cell of a lane writes into: that of the part whose words stand there, else of the whole stage.
import type { At } from '../../../api/edits';
import type { MapView, Stage } from '../../../api/types';
import { BLUEPRINT, TEXT_LANES } from './fields';

export interface Cell {
  at: At;
  /** The stage or touchpoint that it is about. */
  part: string;
  kind: 'words' | 'lines';
}

const LISTS = ['needs', 'expectations', 'resources'];

/** None: this lane is not written in its cells (numbers, barriers with their own form). */
export function cellOf(view: MapView, lane: string, stage: Stage): Cell | null {
  const said = view.rows.find((row) => row.id === lane)?.cells.find((cell) => cell.stage === stage.id);
  const stop = lane === 'thinks' ? stage.touchpoints.find((one) => one.thinks !== null)?.id : (said?.touchpoint ?? undefined);
  const part = stop ?? stage.id;
  const at = stop ? ['stages', stage.id, 'touchpoints', stop] : ['stages', stage.id];
  if ((BLUEPRINT as readonly string[]).includes(lane)) return { at: ['blueprint', lane, part], part, kind: 'words' };
  if (lane === 'thinks' || ((TEXT_LANES as readonly string[]).includes(lane) && !['benchmark', 'tool'].includes(lane)))
    return { at: [...at, lane], part, kind: LISTS.includes(lane) ? 'lines' : 'words' };
  const own = view.rows.find((row) => row.id === lane && row.name !== null);
  return own ? { at: ['own_lanes', lane, 'cells', part], part, kind: 'words' } : null;
}

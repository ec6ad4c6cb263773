/** Arrow keys over a sheet whose rows have different numbers of cells: where the focus goes next. */

export interface Place {
  row: number;
  cell: number;
}

/** A cell covers the columns from `from` up to, not including, `to`. */
export interface Cell {
  from: number;
  to: number;
}

export type Sheet = readonly (readonly Cell[])[];

const clamp = (v: number, most: number): number => Math.min(Math.max(v, 0), most);

/** The cell of a row that covers the column; the nearest when none does. */
function covering(row: readonly Cell[], column: number): number {
  const found = row.findIndex((c) => column >= c.from && column < c.to);
  return found >= 0 ? found : clamp(row.length - 1, row.length - 1);
}

/** Null: the key moves nothing. Ctrl with Home or End goes to the first or last row, too. */
export function rove(sheet: Sheet, at: Place, key: string, ctrl = false): Place | null {
  const row = sheet[at.row];
  const here = row?.[at.cell];
  if (!row || !here) return null;
  const vertical = (to: number): Place => {
    const target = sheet[to];
    return target && target.length > 0 ? { row: to, cell: covering(target, here.from) } : at;
  };
  switch (key) {
    case 'ArrowRight':
      return { row: at.row, cell: ctrl ? row.length - 1 : clamp(at.cell + 1, row.length - 1) };
    case 'ArrowLeft':
      return { row: at.row, cell: ctrl ? 0 : clamp(at.cell - 1, row.length - 1) };
    case 'ArrowUp':
      return vertical(clamp(at.row - 1, sheet.length - 1));
    case 'ArrowDown':
      return vertical(clamp(at.row + 1, sheet.length - 1));
    case 'Home':
      return { row: ctrl ? 0 : at.row, cell: 0 };
    case 'End': {
      const to = ctrl ? sheet.length - 1 : at.row;
      return { row: to, cell: Math.max(0, (sheet[to]?.length ?? 1) - 1) };
    }
    default:
      return null;
  }
}

"""Who starts in an interval and comes back in later ones."""

from __future__ import annotations

import numpy as np

from cesta.kernels.compiled import compiled


@compiled
def cohort_cells(interval, starts, returns, offsets, cohorts, horizon, cell_of, cells, rolling, least):  # type: ignore[no-untyped-def]
    """Counts, for each cohort row and cell, the units of that row that came back in that cell.

    interval[i]: which interval event i lies in. A unit belongs to every cohort in which it has a start event.
    cell_of[k]: the cell that an offset of k intervals belongs to, or -1. `least` return events are needed in one
    interval. rolling: a return also counts for all cells before it.
    """
    matrix = np.zeros((cohorts, cells), np.int64)
    returned = np.zeros(horizon, np.int64)
    started = np.zeros(horizon, np.bool_)
    active = np.zeros(horizon, np.int64)
    met = np.zeros(cells, np.bool_)
    for u in range(len(offsets) - 1):
        n = 0
        for i in range(offsets[u], offsets[u + 1]):
            k = interval[i]
            if not 0 <= k < horizon:
                continue
            if n == 0 or active[n - 1] != k:
                active[n] = k
                n += 1
                returned[k] = 0
                started[k] = False
            started[k] |= starts[i]
            returned[k] += returns[i]
        for x in range(n):
            row = active[x]
            if row >= cohorts or not started[row]:
                continue
            matrix[row, 0] += 1
            met[:] = False
            for y in range(x + 1, n):
                cell = cell_of[active[y] - row]
                if returned[active[y]] >= least and cell > 0:
                    met[cell] = True
            for cell in range(cells - 1, 0, -1):
                if rolling and cell + 1 < cells and met[cell + 1]:
                    met[cell] = True
                if met[cell]:
                    matrix[row, cell] += 1
    return matrix


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    one, yes = np.zeros(1, np.int64), np.ones(1, np.bool_)
    cohort_cells(one, yes, yes, np.array([0, 1]), 1, 1, one, 1, False, 1)

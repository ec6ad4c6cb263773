"""Who starts in an interval and comes back in later ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import in_ranges

START, RETURN = 1, 2


@compiled
def _count_range(  # type: ignore[no-untyped-def]
    codes, marks, times, begins, ends, first, last, edges, cell_of, cells, cohorts, only_first, rolling, least
):
    """The matrix of units first … last - 1; see `cohort_cells`."""
    horizon = len(edges) - 1
    matrix = np.zeros((cohorts, cells), np.int64)
    active = np.zeros(horizon, np.int64)
    returned = np.zeros(horizon, np.int64)
    started = np.zeros(horizon, np.bool_)
    for u in range(first, last):
        n = 0
        k = np.int64(-2)  # not looked for yet
        waiting = True
        for i in range(begins[u], ends[u]):
            mark = marks[np.uint32(codes[i])]
            starts = (mark & START) != 0 and (waiting or not only_first)
            if (mark & START) != 0:
                waiting = False
            t = times[i]
            if k == -2:
                k = np.int64(np.searchsorted(edges, t, side="right")) - 1
            while k < horizon and t >= edges[k + 1]:
                k += 1
            if k < 0:
                continue
            if k >= horizon:
                break
            if n == 0 or active[n - 1] != k:
                active[n] = k
                n += 1
                returned[k] = 0
                started[k] = False
            started[k] |= starts
            returned[k] += (mark & RETURN) != 0
        for x in range(n):
            row = active[x]
            if row >= cohorts or not started[row]:
                continue
            matrix[row, 0] += 1
            furthest = 0
            for y in range(x + 1, n):
                cell = cell_of[active[y] - row]
                # later intervals lie in the same cell or in a later one
                if cell > furthest and returned[active[y]] >= least:
                    furthest = cell
                    if not rolling:
                        matrix[row, cell] += 1
            if rolling:
                for cell in range(1, furthest + 1):
                    matrix[row, cell] += 1
    return matrix


def cohort_cells(
    codes: NDArray[np.int32] | NDArray[np.uint8],
    marks: NDArray[np.uint8],
    journeys: tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]],
    edges: NDArray[np.int64],
    cell_of: NDArray[np.int64],
    shape: tuple[int, int],
    rules: tuple[bool, bool, int],
) -> NDArray[np.int64]:
    """Counts, for each cohort row and cell, the units of that row that came back in that cell.

    marks: for each code, START and RETURN. journeys: times, and where each unit begins and ends. edges: where the
    intervals begin, and the end of the last. cell_of[k]: the cell of an offset of k intervals, ascending, or -1. shape:
    rows, cells. rules: only a unit's first start counts; a return also counts for all cells before it; `least` return
    events are needed in one interval. A unit belongs to every cohort in which it has a start event.
    """
    times, begins, ends = journeys
    rows, cells = shape

    def work(first: int, last: int) -> NDArray[np.int64]:
        counted = _count_range(codes, marks, times, begins, ends, first, last, edges, cell_of, cells, rows, *rules)
        return np.asarray(counted)

    return np.asarray(np.sum([np.zeros((rows, cells), np.int64), *in_ranges(work, ends)], axis=0))


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    one, mark = np.zeros(1, np.int64), np.ones(4, np.uint8)
    for codes in (np.zeros(1, np.int32), np.zeros(1, np.uint8)):
        cohort_cells(codes, mark, (one, one, one + 1), np.array([0, 1]), one, (1, 1), (False, False, 1))

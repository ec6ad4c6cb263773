"""Who starts in an interval and comes back in later ones."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges

START, RETURN = 1, 2
DE_BRUIJN = np.uint64(0x03F79D71B4CB0A89)
BIT_OF = np.zeros(64, np.int64)
"""The place of the only bit set in x is BIT_OF[x · DE_BRUIJN >> 58]: six bits of that number never come twice."""
for _place in range(64):
    BIT_OF[((int(DE_BRUIJN) << _place) % (1 << 64)) >> 58] = _place


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


@compiled
def _count_bits(  # type: ignore[no-untyped-def]
    codes, marks, times, begins, ends, first, last, edges, cell_of, cells, cohorts, only_first, rolling
):
    """The same for at most 64 intervals and one return: a bit for each interval.

    Marks of one interval are gathered without asking; the only question, whether the next interval has begun, is
    mostly answered no, and the processor foresees it.
    """
    horizon = len(edges) - 1
    matrix = np.zeros((cohorts, cells), np.int64)
    one = np.uint64(1)
    for u in range(first, last):
        started = returned = np.uint64(0)
        k, bound, gathered, before = np.int64(-1), edges[0], np.uint8(0), np.uint8(0)
        for i in range(np.uint64(begins[u]), np.uint64(ends[u])):
            t = times[i]
            if t >= bound:
                if k < 0:
                    before = gathered
                    k = np.int64(np.searchsorted(edges, t, side="right")) - 1
                else:
                    started |= np.uint64(gathered & START) << np.uint64(k)
                    returned |= np.uint64(gathered >> 1) << np.uint64(k)
                    while k < horizon and t >= edges[k + 1]:
                        k += 1
                gathered = np.uint8(0)
                if k >= horizon:
                    break
                bound = edges[k + 1]
            gathered |= marks[np.uint32(codes[i])]
        if 0 <= k < horizon:
            started |= np.uint64(gathered & START) << np.uint64(k)
            returned |= np.uint64(gathered >> 1) << np.uint64(k)
        if only_first:
            if before & START:
                continue
            started &= ~started + one  # the lowest bit: the earliest interval
        while started:
            low = started & (~started + one)
            started ^= low
            row = BIT_OF[(low * DE_BRUIJN) >> np.uint64(58)]
            if row >= cohorts:
                break
            matrix[row, 0] += 1
            left = returned & ~(low | (low - one))  # the intervals after it
            furthest = 0
            while left:
                here = left & (~left + one)
                left ^= here
                cell = cell_of[BIT_OF[(here * DE_BRUIJN) >> np.uint64(58)] - row]
                if cell > furthest:
                    furthest = cell
                    if not rolling:
                        matrix[row, cell] += 1
            if rolling:
                for cell in range(1, furthest + 1):
                    matrix[row, cell] += 1
    return matrix


def cohort_cells(
    codes: Codes,
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

    only_first, rolling, least = rules
    by_bits = least == 1 and len(edges) <= 65

    def work(first: int, last: int) -> NDArray[np.int64]:
        asked = (codes, marks, times, begins, ends, first, last, edges, cell_of, cells, rows, only_first, rolling)
        return np.asarray(_count_bits(*asked) if by_bits else _count_range(*asked, least))

    return np.asarray(np.sum([np.zeros((rows, cells), np.int64), *in_ranges(work, ends)], axis=0))


def warm() -> None:
    """Compiles the count for the types that questions bring."""
    one, mark = np.zeros(1, np.int64), np.ones(4, np.uint8)
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        for least in (1, 2):
            cohort_cells(codes, mark, (one, one, one + 1), np.array([0, 1]), one, (1, 1), (False, False, least))

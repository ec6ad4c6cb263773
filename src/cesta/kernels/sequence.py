"""Finding a pattern of events in journeys: this, then that, so long after."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

Places = NDArray[np.int64]


@compiled
def sequence_matches(offsets, times, met, apart, least, most, taken):  # type: ignore[no-untyped-def]
    """For each journey how many matches it has that do not overlap, and the places of the first one's events (or -1).

    `met[k, i]`: event i may serve step k. Step k follows the step before it directly, or, where `apart[k]`, anywhere
    later, `least[k]` to `most[k]` microseconds after it. Only the first `taken` steps belong to a match; those behind
    must merely be there. Of several matches the one whose events come earliest counts.

    Going backwards, `nearest[k, i]` is the first event that may serve step k + 1 when i serves step k and from which
    the rest of the pattern can be met, so the cost is events times steps, however many matches there are.
    """
    steps = met.shape[0]
    units = len(offsets) - 1
    counts = np.zeros(units, np.int64)
    first = np.full((units, taken), -1, np.int64)
    for u in range(units):
        begin, end = offsets[u], offsets[u + 1]
        length = end - begin
        nearest = np.full((steps, length), -1, np.int64)
        good = np.zeros((steps, length + 1), np.bool_)
        for i in range(length):
            good[steps - 1, i] = met[steps - 1, begin + i]
        for k in range(steps - 2, -1, -1):
            # the first event at j or later that can serve step k + 1
            onward = np.full(length + 1, length, np.int64)
            for j in range(length - 1, -1, -1):
                onward[j] = j if good[k + 1, j] else onward[j + 1]
            low = 0
            for i in range(length):
                low = max(low, i + 1)
                while low < length and times[begin + low] - times[begin + i] < least[k + 1]:
                    low += 1
                j = onward[low] if low < length else length
                if not apart[k + 1] and j != i + 1:
                    j = length
                if j < length and times[begin + j] - times[begin + i] <= most[k + 1] and met[k, begin + i]:
                    nearest[k, i] = j
                    good[k, i] = True
        i = 0
        while i < length:
            if not good[0, i]:
                i += 1
                continue
            place = i
            for k in range(taken):
                if counts[u] == 0:
                    first[u, k] = begin + place
                i = place + 1
                place = nearest[k, place]
            counts[u] += 1
    return counts, first


def warm() -> None:
    """Compiles the search for the types that questions bring."""
    one = np.zeros(1, np.int64)
    met, apart = np.ones((1, 1), np.bool_), np.zeros(1, np.bool_)
    sequence_matches(np.array([0, 1]), one, met, apart, one, one, 1)

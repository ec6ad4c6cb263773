"""The rule of what counts: of rows with one id the earliest, unless a later load is to replace it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.store.mask import Mask

KEEP, ASK, REPLACE = 0, 1, 2
CODES = {"keep": KEEP, "ask": ASK, "replace": REPLACE}


def what_counts(ids: NDArray[np.int64], content: NDArray[np.uint64], decisions: NDArray[np.int8]) -> tuple[Mask, Mask]:
    """For each row, whether it counts, and whether it waits for someone to decide.

    ids: rows with one id have one number and stand together, in the order they came; content: what each says;
    decisions: that of its load (KEEP for an event that came alone). What a row says is compared with what counted when
    it came.

    >>> ids, content = np.array([0, 0, 0, 1, 1]), np.array([7, 8, 7, 5, 6], np.uint64)
    >>> counts, waits = what_counts(ids, content, np.array([0, 2, 0, 0, 1], np.int8))
    >>> counts.tolist(), waits.tolist()
    ([False, True, False, True, False], [False, False, False, False, True])
    """
    starts = np.flatnonzero(np.diff(ids, prepend=-1))
    sizes = np.diff(np.append(starts, len(ids)))
    winners = starts.copy()
    waits = np.zeros(len(ids), np.bool_)
    for step in range(1, int(sizes.max(initial=1))):
        open_ = np.flatnonzero(sizes > step)
        rows = starts[open_] + step
        differs = content[rows] != content[winners[open_]]
        waits[rows] = differs & (decisions[rows] == ASK)
        replaces = differs & (decisions[rows] == REPLACE)
        winners[open_[replaces]] = rows[replaces]
    counts = np.zeros(len(ids), np.bool_)
    counts[winners] = True
    return counts, waits

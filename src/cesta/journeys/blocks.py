"""Journeys a block at a time, so that what is worked out event by event never takes more room than one block."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from cesta.journeys.units import Journeys
from cesta.kernels.ranges import ranges

BLOCK = 2_000_000
"""Events of a block; one longer journey is a block by itself."""


def blocks(journeys: Journeys) -> Iterator[tuple[int, int, Journeys]]:
    """Runs of units, in order: the first, the one after the last, and their journeys; at least one, be it empty."""
    parts = -(-int(journeys.offsets[-1]) // BLOCK)
    if parts < 2:
        yield 0, journeys.size, journeys
        return
    for first, last in ranges(journeys.offsets[1:], parts):
        yield first, last, journeys.take(np.arange(first, last))

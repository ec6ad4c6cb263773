"""A verdict for each value of a property, given to every event that has it: one pass on every core."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import WORTH_A_RANGE, Codes, at_once, cores
from cesta.kernels.room import ROOM


@compiled
def _give(codes, verdicts, met):  # type: ignore[no-untyped-def]
    for i in range(len(codes)):
        met[i] = verdicts[codes[i]]


def verdict_of(codes: Codes, verdicts: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """For each event the verdict on its value; the last verdict is that on code -1, no value.

    >>> verdict_of(np.array([1, -1, 0], np.int32), np.array([False, True, False]))
    array([ True, False, False])
    """
    met = ROOM.empty(len(codes), np.bool_)
    parts = min(cores(), len(codes) // WORTH_A_RANGE)
    if parts < 2:
        _give(codes, verdicts, met)
    else:
        pieces = zip(np.array_split(codes, parts), np.array_split(met, parts), strict=True)
        at_once(lambda piece: _give(piece[0], verdicts, piece[1]), pieces)
    return met


def warm() -> None:
    """Compiles the pass for the types that questions bring."""
    for kind in (np.int8, np.int16, np.int32, np.uint8, np.uint16):
        verdict_of(np.zeros(1, kind), np.ones(1, np.bool_))

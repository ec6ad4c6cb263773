"""Which events a question sees, written into their codes, so that every pass over journeys stays as it is."""

from __future__ import annotations

from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes, in_ranges
from cesta.kernels.room import ROOM

Places = NDArray[np.int64]
C = TypeVar("C", bound=np.integer[Any])


@compiled
def _show_range(codes, exists, lows, highs, begins, ends, first, last, absent, shown, counts):  # type: ignore[no-untyped-def]
    for u in range(first, last):
        for i in range(np.uint64(lows[u]), np.uint64(highs[u])):
            shown[i] = codes[i] if exists[i] else absent
        n = np.uint64(0)
        for i in range(np.uint64(begins[u]), np.uint64(ends[u])):
            n += np.uint64(exists[i])
        counts[u] = n


def shown_codes(
    codes: NDArray[C],
    exists: NDArray[np.bool_],
    journeys: tuple[Places, Places],
    stretches: tuple[Places, Places],
    absent: int,
) -> tuple[NDArray[C], Places]:
    """The codes, `absent` for events that do not exist; and how many exist in each unit's stretch.

    Both are pairs of where each unit begins and ends; a stretch lies inside its unit's journey.

    >>> exists, journeys = np.array([True, False, True]), (np.array([0, 2]), np.array([2, 3]))
    >>> shown_codes(np.array([4, 5, 6]), exists, journeys, journeys, 9)
    (array([4, 9, 6]), array([1, 1]))
    """
    (lows, highs), (begins, ends) = journeys, stretches
    shown, counts = ROOM.empty(len(codes), codes.dtype), ROOM.empty(len(begins), np.int64)
    missing = codes.dtype.type(absent)

    def work(first: int, last: int) -> None:
        _show_range(codes, exists, lows, highs, begins, ends, first, last, missing, shown, counts)

    in_ranges(work, highs)
    return shown, counts


@compiled
def _value_range(codes, values, begins, ends, first, last, wanted, text_of, latest, found):  # type: ignore[no-untyped-def]
    for u in range(first, last):
        found[u] = 0
        for j in range(ends[u] - begins[u]):
            i = ends[u] - 1 - j if latest else begins[u] + j
            if wanted[codes[i]]:
                text = text_of[values[i]]
                if text != 0:
                    found[u] = text
                    break


def touched_value(
    events: tuple[Codes, Codes],
    stretches: tuple[Places, Places],
    wanted: NDArray[np.bool_],
    text_of: Places,
    latest: bool,
) -> Places:
    """For each unit the text (not 0) of its first event that has one, or of its latest; 0 where none has.

    events: code and value of each. wanted: by code, whether such events are looked at. text_of: by value; the last
    place is that of value -1.

    >>> codes, values = np.array([0, 0, 1], np.int32), np.array([-1, 1, 0], np.int32)
    >>> at, wanted = (np.array([0]), np.array([3])), np.array([True, True])
    >>> touched_value((codes, values), at, wanted, np.array([7, 8, 0]), False)
    array([8])
    """
    begins, ends = stretches
    found = ROOM.empty(len(begins), np.int64)

    def work(first: int, last: int) -> None:
        _value_range(*events, begins, ends, first, last, wanted, text_of, latest, found)

    in_ranges(work, ends)
    return found


def warm() -> None:
    """Compiles the loops for the types that questions bring."""
    one, edges, yes = np.zeros(1, np.int32), (np.zeros(1, np.int64), np.ones(1, np.int64)), np.ones(2, np.bool_)
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        shown_codes(codes, yes[:1], edges, edges, 1)
        for values in (codes, one, one.astype(np.int8), one.astype(np.int16)):
            touched_value((codes, values), edges, yes, np.zeros(2, np.int64), False)

"""Cuts each customer's events into the journeys of a map: where one begins, where it ends, which are still running."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

NEVER = 2**62
"""A limit that no two moments are apart: stands for "no such rule"."""


class Cut(NamedTuple):
    """Journey j is the events first[j] … stop[j] - 1 of customer owner[j]; `ended` counts only where not `running`."""

    owner: NDArray[np.int64]
    first: NDArray[np.int64]
    stop: NDArray[np.int64]
    ended: NDArray[np.int64]
    running: NDArray[np.bool_]


@compiled
def _cut(
    offsets: NDArray[np.int64],
    times: NDArray[np.int64],
    starts: NDArray[np.bool_],
    ends: NDArray[np.bool_],
    fresh: int,
    silence: int,
    after: int,
    now: int,
    owner: NDArray[np.int64],
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
    ended: NDArray[np.int64],
    running: NDArray[np.bool_],
) -> int:
    """Fills the five last arrays and returns how many journeys there are; the rules are those of `cut`."""
    found = 0
    for customer in range(len(offsets) - 1):
        is_open = False
        begun = np.int64(0)
        previous = np.int64(0)
        for event in range(offsets[customer], offsets[customer + 1]):
            time = times[event]
            if is_open and (time - begun > after or time - previous > silence):
                stop[found] = event
                ended[found] = min(begun + after, previous + silence)
                running[found] = False
                found += 1
                is_open = False
            if not is_open and starts[event] and (event == offsets[customer] or time - previous > fresh):
                owner[found] = customer
                first[found] = event
                begun = time
                is_open = True
            if is_open and ends[event]:
                stop[found] = event + 1
                ended[found] = time
                running[found] = False
                found += 1
                is_open = False
            previous = time
        if is_open:
            stop[found] = offsets[customer + 1]
            ended[found] = min(begun + after, previous + silence)
            running[found] = now - begun <= after and now - previous <= silence
            found += 1
    return found


def cut(
    offsets: NDArray[np.int64],
    times: NDArray[np.int64],
    starts: NDArray[np.bool_],
    ends: NDArray[np.bool_],
    now: int,
    *,
    fresh: int | None = None,
    silence: int | None = None,
    after: int | None = None,
) -> Cut:
    """The journeys of all customers, in order of customer and time; one linear pass.

    An event of `starts` opens a journey when none is open and, with `fresh`, when the customer's previous event lies
    more than that before. An event of `ends` belongs to the journey and closes it. More than `silence` since the
    previous event, or more than `after` since the start, and the event is outside. A journey that nothing closed by
    `now` is running.

    >>> times = np.array([0, 4, 9, 10])
    >>> yes = np.array([True, False, False, True])
    >>> found = cut(np.array([0, 4]), times, yes, np.zeros(4, bool), now=10, silence=4)
    >>> found.first.tolist(), found.stop.tolist(), found.ended.tolist(), found.running.tolist()
    ([0, 3], [2, 4], [8, 14], [False, True])
    """
    most = int(starts.sum())
    owner, first, stop, ended = (np.empty(most, dtype=np.int64) for _ in range(4))
    running = np.empty(most, dtype=np.bool_)
    found = _cut(
        offsets.astype(np.int64, copy=False),
        times.astype(np.int64, copy=False),
        starts,
        ends,
        -1 if fresh is None else fresh,
        NEVER if silence is None else silence,
        NEVER if after is None else after,
        int(now),
        owner,
        first,
        stop,
        ended,
        running,
    )
    return Cut(owner[:found], first[:found], stop[:found], ended[:found], running[:found])


def warm() -> None:
    """Compiles the loop, for times in memory and for times mapped from a file, which cannot be written to."""
    nothing = np.zeros(1, dtype=np.bool_)
    for writable in (True, False):
        times = np.zeros(1, dtype=np.int64)
        times.flags.writeable = writable
        cut(np.array([0, 1]), times, nothing, nothing, 0)

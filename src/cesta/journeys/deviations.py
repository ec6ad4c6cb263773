"""How a journey strays from the wanted one, in the words people use: missing, extra, order, repeated, late."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.alignment import FAR
from cesta.model.wanted_journey import WantedJourney

Deviation = tuple[str, str]
"""The kind, and the name of the step."""

END = -1


def endings(model: WantedJourney, distances: NDArray[np.int64]) -> NDArray[np.int64]:
    """From each state how many steps it takes to an end; 0 where the journey may end."""
    least: NDArray[np.int64] = np.minimum(distances[:, sorted(model.final)].min(axis=1), FAR)
    least[sorted(model.final)] = 0
    return least


def passed_over(
    model: WantedJourney, distances: NDArray[np.int64], begin: int, end: int, wanted: frozenset[str]
) -> tuple[int, ...]:
    """The steps of a shortest way between two others (END: to any end).

    Where there are several, that with most steps whose names are `wanted`, then the first in the document.
    """
    ending = endings(model, distances)

    def togo(state: int) -> int:
        return int(ending[state] if end == END else distances[state, end] - 1)

    # (how many unwanted names, the steps) from each state at this distance, nearest to the end first
    ways: dict[int, tuple[int, tuple[int, ...]]] = {}
    for left in range(togo(begin) + 1):
        found = {}
        for state in range(len(model.names)):
            if togo(state) != left:
                continue
            onward = [
                (ways[step][0] + (model.names[step] not in wanted), (step, *ways[step][1]))
                for step in model.follow[state]
                if step in ways and togo(step) == left - 1
            ]
            found[state] = min(onward, default=(0, ()))
        ways = found
    return ways[begin][1]


def deviations(
    model: WantedJourney, distances: NDArray[np.int64], names: Sequence[str], served: Sequence[int]
) -> tuple[frozenset[Deviation], int]:
    """What strays in one journey, and how many steps of the model it lacks; `served` as the alignment gives it.

    missing: a step that was never done; order: done, but elsewhere; repeated: once more after it was done in its
    place; extra: a name the model lacks. That something came late is not seen here, for times are not.
    """
    known = frozenset(model.names[1:])
    found: set[Deviation] = set()
    done: set[str] = set()
    elsewhere = frozenset(name for name, step in zip(names, served, strict=True) if step < 0)
    lacking: list[int] = []
    last = 0
    for name, step in zip(names, served, strict=True):
        if step < 0:
            found.add(("extra" if name not in known else "repeated" if name in done else "order", name))
            continue
        if distances[last, step] > 1:
            lacking += passed_over(model, distances, last, step, elsewhere)
        done.add(name)
        last = step
    if last not in model.final:
        lacking += passed_over(model, distances, last, END, elsewhere)
    for step in lacking:
        found.add(("order" if model.names[step] in elsewhere else "missing", model.names[step]))
    return frozenset(found), len(lacking)


def late_events(
    model: WantedJourney,
    distances: NDArray[np.int64],
    served: NDArray[np.int64],
    times: NDArray[np.int64],
    owners: NDArray[np.int64],
) -> NDArray[np.int64]:
    """The events that came too long after the step before; where that was passed over, nothing is late."""
    at = np.flatnonzero(served >= 0)
    before, here = at[:-1], at[1:]
    most = np.array([np.iinfo(np.int64).max if one is None else one for one in model.within], np.int64)
    joined = (owners[before] == owners[here]) & (distances[served[before], served[here]] == 1)
    return np.asarray(here[joined & (times[here] - times[before] > most[served[here]])])

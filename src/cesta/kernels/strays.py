"""How journeys stray from the wanted one: missing, extra, order, repeated, late; for whole groups of like journeys."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.alignment import FAR
from cesta.kernels.compiled import compiled
from cesta.kernels.ranges import Codes

Places = NDArray[np.int64]
KINDS = ("extra", "late", "missing", "order", "repeated")
EXTRA, LATE, MISSING, ORDER, REPEATED = range(5)
END = -1


class Wanted(NamedTuple):
    """The wanted journey in numbers. State 0 is the beginning, before any step.

    steps[s]: the code of the name of step s, -2 for the beginning; all codes are below `wide`. follows[s, t]: whether
    t may come right after s. distances: how many steps it takes from each to each. ending[s]: how many steps lie
    between s and the end; 0 where the journey may end. most[s]: how long after the step before s may come.
    """

    steps: Places
    wide: int
    follows: NDArray[np.bool_]
    distances: Places
    ending: Places
    most: Places


class Strays(NamedTuple):
    """By kind and code: how many journeys stray so, and how many of them reach the goal."""

    customers: Places
    reaching: Places

    @staticmethod
    def none(wide: int) -> Strays:
        return Strays(np.zeros((len(KINDS), wide), np.int64), np.zeros((len(KINDS), wide), np.int64))


@compiled
def way_past(begin, end, follows, distances, ending, unwanted, cost, way):  # type: ignore[no-untyped-def]
    """Writes the steps of a shortest way between two others (END: to any end) into `way`; gives how many.

    Where there are several, that with fewest `unwanted` steps, then the first in the document.
    """
    states = len(ending)
    length = ending[begin] if end == END else distances[begin, end] - 1
    for left in range(1, length + 1):
        for s in range(states):
            if (ending[s] if end == END else distances[s, end] - 1) != left:
                continue
            cost[s] = FAR
            for t in range(1, states):
                onward = (ending[t] if end == END else distances[t, end] - 1) == left - 1
                if follows[s, t] and onward:
                    cost[s] = min(cost[s], unwanted[t] + (cost[t] if left > 1 else 0))
    here = begin
    for left in range(length, 0, -1):
        for t in range(1, states):
            onward = (ending[t] if end == END else distances[t, end] - 1) == left - 1
            if follows[here, t] and onward and unwanted[t] + (cost[t] if left > 1 else 0) == cost[here]:
                way[length - left] = t
                here = t
                break
    return length


@compiled
def _count(kind, code, journey, seen, weights, reaching, seek, customers, reached, found):  # type: ignore[no-untyped-def]
    if seen[kind, code] != journey:
        seen[kind, code] = journey
        customers[kind, code] += weights[journey]
        reached[kind, code] += reaching[journey]
        if seek[0] == kind and seek[1] == code:
            found[journey] = True


@compiled
def _weigh(  # type: ignore[no-untyped-def]
    codes, offsets, served, model, weights, reaching, seek, customers, reached, found, lacking
):
    steps, wide, follows, distances, ending, _most = model
    known, done, elsewhere = np.zeros(wide, np.bool_), np.full(wide, -1, np.int64), np.full(wide, -1, np.int64)
    known[steps[1:]] = True
    seen = np.full((5, wide), -1, np.int64)
    unwanted, cost, way = np.ones(len(steps), np.int64), np.zeros(len(steps), np.int64), np.zeros(len(steps), np.int64)
    for v in range(len(offsets) - 1):
        for i in range(offsets[v], offsets[v + 1]):
            if served[i] < 0:
                elsewhere[codes[i]] = v
        for s in range(1, len(steps)):
            unwanted[s] = elsewhere[steps[s]] != v
        last = np.int64(0)
        for i in range(offsets[v], offsets[v + 1] + 1):
            passed = 0
            if i == offsets[v + 1]:
                passed = way_past(last, END, follows, distances, ending, unwanted, cost, way)
            elif served[i] < 0:
                code = codes[i]
                kind = EXTRA if not known[code] else REPEATED if done[code] == v else ORDER
                _count(kind, code, v, seen, weights, reaching, seek, customers, reached, found)
            else:
                passed = way_past(last, served[i], follows, distances, ending, unwanted, cost, way)
                done[codes[i]] = v
                last = served[i]
            for k in range(passed):
                code = steps[way[k]]
                kind = ORDER if elsewhere[code] == v else MISSING
                _count(kind, code, v, seen, weights, reaching, seek, customers, reached, found)
            lacking[v] += passed


def weigh_strays(
    paths: tuple[Codes, Places],
    served: Places,
    model: Wanted,
    weights: tuple[Places, Places],
    seek: tuple[int, int] = (-1, -1),
) -> tuple[Strays, Places, NDArray[np.bool_]]:
    """What strays; how many steps of the model each path lacks; and which paths stray as `seek`, a kind and a code.

    paths: codes, and where each path begins. served: for each event the step that it serves, or -1. weights: how many
    journeys take each path, and how many of them reach the goal. missing: a step that was never done; order: done,
    but elsewhere; repeated: once more after it was done in its place; extra: a name the model lacks.
    """
    counted, many = Strays.none(model.wide), len(paths[1]) - 1
    lacking, found = np.zeros(many, np.int64), np.zeros(many, np.bool_)
    _weigh(*paths, served, model, *weights, seek, *counted, found, lacking)
    return counted, lacking, found


@compiled
def _weigh_late(  # type: ignore[no-untyped-def]
    codes, times, begins, ends, kept, of_unit, offsets, served, model, one, reaching, seek, customers, reached, found
):
    steps, wide, _follows, distances, _ending, most = model
    seen = np.full((5, wide), -1, np.int64)
    for u in range(len(begins)):
        place = offsets[of_unit[u]]
        last, before = np.int64(-1), np.int64(0)
        for i in range(begins[u], ends[u]):
            if not kept[codes[i]]:
                continue
            step = served[place]
            place += 1
            if step < 0:
                continue
            if last >= 0 and distances[last, step] == 1 and times[i] - before > most[step]:
                _count(LATE, steps[step], u, seen, one, reaching, seek, customers, reached, found)
            last, before = step, times[i]


def weigh_late(
    events: tuple[Codes, Places],
    stretches: tuple[Places, Places],
    kept: NDArray[np.bool_],
    variants: tuple[Places, Places, Places],
    model: Wanted,
    reaching: Places,
    seek: tuple[int, int] = (-1, -1),
) -> tuple[Strays, NDArray[np.bool_]]:
    """What came too long after the step before, unit by unit; where that was passed over, nothing is late.

    events: codes and times. variants: the sequence of each unit, where each sequence begins, and the step that each of
    its events serves. reaching: 1 for each unit that reaches the goal.
    """
    counted, found = Strays.none(model.wide), np.zeros(len(reaching), np.bool_)
    one = np.ones(len(reaching), np.int64)
    _weigh_late(*events, *stretches, kept, *variants, model, one, reaching, seek, *counted, found)
    return counted, found


def warm() -> None:
    """Compiles the loops for the types that questions bring."""
    one, edges, yes = np.zeros(1, np.int64), (np.zeros(1, np.int64), np.ones(1, np.int64)), np.ones(2, np.bool_)
    model = Wanted(np.array([-2, 0]), 2, np.ones((2, 2), np.bool_), np.ones((2, 2), np.int64), one.repeat(2), one)
    model = model._replace(most=one.repeat(2))
    codes: Codes
    for codes in (np.zeros(1, np.uint8), np.zeros(1, np.uint16)):
        weigh_strays((codes, np.array([0, 1])), edges[1], model, (one, one))
        for writable in (True, False):
            times = np.zeros(1, np.int64)
            codes.flags.writeable = times.flags.writeable = writable
            weigh_late((codes, times), edges, yes, (one, np.array([0, 1]), one), model, one)

"""Follows each journey over the touchpoints of a map: how far it came, where it was last, how long each stage took."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled


class Flow(NamedTuple):
    """Per journey j, touchpoint t, stage s; -1 stands for "never", "none" or "not".

    visits[j, t]: events of t. furthest[j]: latest stage touched. last[j, s]: touchpoint of s touched last.
    entered[j, s], left[j, s]: time of the first touch of s, and of the first later touch of a later stage.
    won[j]: met the goal.
    journey, origin, target: each step from one touch to the next of the same journey, by touchpoint.
    begins[j], finishes[j]: first and last touchpoint touched.
    """

    visits: NDArray[np.int32]
    furthest: NDArray[np.int64]
    last: NDArray[np.int32]
    entered: NDArray[np.int64]
    left: NDArray[np.int64]
    won: NDArray[np.bool_]
    journey: NDArray[np.int64]
    origin: NDArray[np.int32]
    target: NDArray[np.int32]
    begins: NDArray[np.int32]
    finishes: NDArray[np.int32]


@compiled
def _follow(
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
    times: NDArray[np.int64],
    touch: NDArray[np.int32],
    stage_of: NDArray[np.int64],
    goal: NDArray[np.bool_],
    visits: NDArray[np.int32],
    furthest: NDArray[np.int64],
    last: NDArray[np.int32],
    entered: NDArray[np.int64],
    left: NDArray[np.int64],
    won: NDArray[np.bool_],
    journey: NDArray[np.int64],
    origin: NDArray[np.int32],
    target: NDArray[np.int32],
    begins: NDArray[np.int32],
    finishes: NDArray[np.int32],
) -> int:
    """Fills the arrays of Flow and returns the number of steps."""
    steps = 0
    for j in range(len(first)):
        previous = np.int32(-1)
        for event in range(first[j], stop[j]):
            if goal[event]:
                won[j] = True
            here = touch[event]
            if here < 0:
                continue
            stage = stage_of[here]
            visits[j, here] += 1
            last[j, stage] = here
            if entered[j, stage] < 0:
                entered[j, stage] = times[event]
            for earlier in range(stage):
                if entered[j, earlier] >= 0 and left[j, earlier] < 0:
                    left[j, earlier] = times[event]
            furthest[j] = max(furthest[j], stage)
            if previous >= 0:
                journey[steps] = j
                origin[steps] = previous
                target[steps] = here
                steps += 1
            else:
                begins[j] = here
            previous = here
        finishes[j] = previous
    return steps


def follow(
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
    times: NDArray[np.int64],
    touch: NDArray[np.int32],
    stage_of: NDArray[np.int64],
    goal: NDArray[np.bool_],
    stages: int,
) -> Flow:
    """Follows all journeys in one pass. touch: each event's touchpoint, or -1; stage_of: each touchpoint's stage.

    >>> times, touch = np.array([1, 2, 3, 4]), np.array([0, 1, 0, -1], dtype=np.int32)
    >>> nothing = np.zeros(4, dtype=np.bool_)
    >>> flow = follow(np.array([0]), np.array([4]), times, touch, np.array([0, 1]), nothing, 2)
    >>> flow.visits.tolist(), flow.furthest.tolist(), flow.left.tolist()
    ([[2, 1]], [1], [[2, -1]])
    >>> list(zip(flow.origin.tolist(), flow.target.tolist()))
    [(0, 1), (1, 0)]
    """
    journeys, touchpoints = len(first), len(stage_of)
    events = int((stop - first).sum())
    flow = Flow(
        visits=np.zeros((journeys, touchpoints), dtype=np.int32),
        furthest=np.full(journeys, -1, dtype=np.int64),
        last=np.full((journeys, stages), -1, dtype=np.int32),
        entered=np.full((journeys, stages), -1, dtype=np.int64),
        left=np.full((journeys, stages), -1, dtype=np.int64),
        won=np.zeros(journeys, dtype=np.bool_),
        journey=np.empty(events, dtype=np.int64),
        origin=np.empty(events, dtype=np.int32),
        target=np.empty(events, dtype=np.int32),
        begins=np.full(journeys, -1, dtype=np.int32),
        finishes=np.full(journeys, -1, dtype=np.int32),
    )
    steps = _follow(first, stop, times, touch, stage_of, goal, *flow)
    return flow._replace(journey=flow.journey[:steps], origin=flow.origin[:steps], target=flow.target[:steps])


@compiled
def _acted(
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
    times: NDArray[np.int64],
    touched: NDArray[np.bool_],
    action: NDArray[np.bool_],
    within: int,
    now: int,
    running: NDArray[np.bool_],
    answer: NDArray[np.int8],
) -> None:
    """Fills `answer` by the rules of `acted`."""
    for j in range(len(first)):
        waiting = False
        since = np.int64(0)
        for event in range(first[j], stop[j]):
            time = times[event]
            if waiting and action[event] and time - since <= within:
                answer[j] = 1
                break
            if touched[event]:
                waiting = True
                since = time
        if waiting and answer[j] != 1:
            answer[j] = 2 if running[j] and now - since <= within else 0


def acted(
    first: NDArray[np.int64],
    stop: NDArray[np.int64],
    times: NDArray[np.int64],
    touched: NDArray[np.bool_],
    action: NDArray[np.bool_],
    within: int,
    now: int,
    running: NDArray[np.bool_],
) -> NDArray[np.int8]:
    """Did each journey do what the touchpoint asks? 1 yes, 0 no, 2 not yet, -1 never touched.

    Yes: after a touch, a later event of `action` in the same journey comes at most `within` after it.

    >>> times = np.array([0, 5, 9])
    >>> touch, action = np.array([True, False, False]), np.array([False, False, True])
    >>> one = (np.array([0]), np.array([3]), times, touch, action)
    >>> acted(*one, 9, 20, np.array([False])).tolist(), acted(*one, 8, 20, np.array([False])).tolist()
    ([1], [0])
    """
    answer = np.full(len(first), -1, dtype=np.int8)
    _acted(first, stop, times, touched, action, int(within), int(now), running, answer)
    return answer


def warm() -> None:
    """Compiles the loops, for times in memory and for times mapped from a file, which cannot be written to."""
    one, touch, no = np.array([0]), np.zeros(1, dtype=np.int32), np.zeros(1, dtype=np.bool_)
    for writable in (True, False):
        times = np.zeros(1, dtype=np.int64)
        times.flags.writeable = writable
        follow(one, one + 1, times, touch, one, no, 1)
        acted(one, one + 1, times, no, no, 1, 1, no)

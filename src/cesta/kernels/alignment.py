"""Laying journeys beside the wanted one at the least cost: which event serves which step, which is one too many."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

FAR = 1 << 30
"""More steps than any way has: there is none."""


def step_distances(follows: NDArray[np.bool_]) -> NDArray[np.int64]:
    """From each state to each other how many steps it takes, at least one; FAR where there is no way.

    >>> step_distances(np.array([[False, True], [False, True]])).tolist()
    [[1073741824, 1], [1073741824, 1]]
    """
    ways = np.where(follows, 1, FAR).astype(np.int64)
    for through in range(len(ways)):
        ways = np.minimum(ways, ways[:, through, None] + ways[None, through, :])
    return np.minimum(ways, FAR)


@compiled
def cheapest_alignments(offsets, events, steps, distances, ending, log_move, model_move):  # type: ignore[no-untyped-def]
    """For each journey the least cost, and for each event the step it serves there, or -1.

    `events` are codes of names; `steps[s]` is the code of step s (place 0: the beginning, -2). `distances` as
    `step_distances` gives them, `ending[s]`: how many steps lie between s and the end.
    Event i serves step t after state s at the cost of the steps passed over between. Of equally cheap ways the one
    that serves steps earliest is taken, so a thing done twice is done in its place the first time.

    Backwards over a journey, `left[i, s]` is the cost of all from event i on when the last step done was s.
    """
    states = len(steps)
    costs = np.zeros(len(offsets) - 1, np.float64)
    served = np.full(len(events), -1, np.int64)
    for u in range(len(offsets) - 1):
        begin, length = offsets[u], offsets[u + 1] - offsets[u]
        left = np.empty((length + 1, states), np.float64)
        for s in range(states):
            left[length, s] = ending[s] * model_move
        for i in range(length - 1, -1, -1):
            for s in range(states):
                best = left[i + 1, s] + log_move
                for t in range(1, states):
                    if steps[t] == events[begin + i] and distances[s, t] < FAR:
                        best = min(best, left[i + 1, t] + (distances[s, t] - 1) * model_move)
                left[i, s] = best
        costs[u] = left[0, 0]
        s = 0
        for i in range(length):
            for t in range(1, states):
                if steps[t] != events[begin + i] or distances[s, t] >= FAR:
                    continue
                if left[i + 1, t] + (distances[s, t] - 1) * model_move == left[i, s]:
                    served[begin + i] = t
                    s = t
                    break
    return costs, served


def warm() -> None:
    """Compiles the search for the types that questions bring."""
    one = np.zeros(1, np.int64)
    for kind in (np.uint8, np.uint16):
        cheapest_alignments(np.array([0, 1]), np.zeros(1, kind), one, np.ones((1, 1), np.int64), one, 1.0, 1.0)

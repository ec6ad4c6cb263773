"""Walks that end: the chance that a customer who goes from state to state ever reaches the goal."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def chances_of_goal(moves: NDArray[np.float64], goal: NDArray[np.float64]) -> NDArray[np.float64]:
    """For each state the chance that a walk which stands there ever reaches the goal.

    `moves[i, j]`: chance to step from i to j; `goal[i]`: chance to step from i to the goal; what is missing to 1 ends
    the walk. From every state some way must lead out.

    >>> moves = np.array([[0.0, 0.25], [0.0, 0.0]])   # search, e-mail
    >>> chances_of_goal(moves, np.array([0.5, 1.0])).tolist()
    [0.75, 1.0]
    """
    return np.asarray(np.linalg.solve(np.eye(len(goal)) - moves, goal))

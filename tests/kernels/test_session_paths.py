"""Cutting paths, by hand."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from cesta.kernels.session_paths import cut_paths, links_of, steps_of


@pytest.mark.parametrize(
    ("start", "end", "via", "steps", "wanted"),
    [
        (-1, -1, -1, 9, [[1, 2, 3, 4], [2, 1]]),
        (2, -1, -1, 9, [[2, 3, 4], [2, 1]]),
        (-1, 3, -1, 9, [[1, 2, 3]]),
        (2, 4, -1, 9, [[2, 3, 4]]),
        (-1, -1, 4, 2, [[1, 2]]),
        (1, 4, -1, 2, [[1, 99, 4]]),
        (7, -1, -1, 9, []),
    ],
)
def test_cuts(start: int, end: int, via: int, steps: int, wanted: list[list[int]]) -> None:
    nodes = np.array([1, 2, 3, 4, 2, 1])
    found, times, begins, which = cut_paths(nodes, np.arange(6), np.array([0, 4, 6]), start, end, via, steps, 99)
    assert [found[a:b].tolist() for a, b in pairwise(begins.tolist())] == wanted
    assert len(which) == len(wanted)
    assert len(times) == len(found)


def test_links_and_steps() -> None:
    begins = np.array([0, 1, 4])
    assert steps_of(begins).tolist() == [1, 1, 2, 3]
    assert links_of(begins).tolist() == [1, 2]

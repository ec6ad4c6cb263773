"""The ordered walk as a kernel: runs that begin in a range."""

from __future__ import annotations

import numpy as np

from cesta.kernels.funnel import NONE, walk_all

FOREVER = np.iinfo(np.int64).max


def walk(begins: list[tuple[int, int]], window: int = 100) -> tuple[list[int], list[list[int]]]:
    """a at 0, b at 5, a at 10, b at 200; the steps are a, b."""
    time, bits = np.array([0, 5, 10, 200]), np.array([1, 2, 1, 2], np.uint64)
    none = np.zeros(0, np.int64)
    level, _touched, when = walk_all(
        time, bits, bits * 0, np.array([0, 4]), (2, window, False, False, np.zeros(3, np.bool_), none, none),
        (np.zeros(len(begins), np.int64), np.array([a for a, _ in begins]), np.array([b for _, b in begins])),
    )  # fmt: skip
    return level.tolist(), when.tolist()


def test_attempts_begin_where_the_run_allows() -> None:
    assert walk([(NONE, FOREVER), (0, 5), (6, 20), (20, 300)])[0] == [2, 2, 1, 0]


def test_the_times_are_those_of_the_counted_attempt() -> None:
    assert walk([(0, 5), (6, 20)], window=500)[1] == [[0, 5], [10, 200]]

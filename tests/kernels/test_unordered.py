"""The unordered search as a kernel: windows that open in a range."""

from __future__ import annotations

import numpy as np

from cesta.kernels.unordered import best_windows


def test_windows_open_where_the_run_allows() -> None:
    time, bits = np.array([0, 5, 10, 12]), np.array([1, 2, 4, 1], np.uint64)
    runs = np.zeros(3, np.int64)
    begins, ends = np.array([0, 5, 12]), np.array([1, 6, 13])
    level, when = best_windows(time, bits, bits == 0, np.array([0, 4]), 3, 8, False, runs, begins, ends)
    assert level.tolist() == [2, 3, 1]
    assert when[1].tolist() == [5, 10, 12]


def test_only_the_first() -> None:
    time, bits = np.array([0, 50, 51]), np.array([1, 1, 2], np.uint64)
    one, low, high = np.zeros(1, np.int64), np.array([-9]), np.array([99])
    found = [
        best_windows(time, bits, bits == 0, np.array([0, 3]), 2, 8, only, one, low, high)[0] for only in (True, False)
    ]
    assert [level.tolist() for level in found] == [[1], [2]]

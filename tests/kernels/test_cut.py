"""Cutting journeys, on cases small enough to see. The rules at large: tests/golden/maps, tests/maps/test_trace.py."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.cut import _cut, cut, warm


def marks(text: str) -> NDArray[np.bool_]:
    return np.array([letter != "." for letter in text], dtype=np.bool_)


def test_two_customers_never_share_a_journey() -> None:
    found = cut(np.array([0, 2, 4]), np.array([0, 1, 0, 1]), marks("x.x."), marks("...."), now=9)
    assert found.owner.tolist() == [0, 1]
    assert found.first.tolist() == [0, 2]
    assert found.stop.tolist() == [2, 4]
    assert found.running.tolist() == [True, True]


def test_the_moment_of_the_edge_is_inside() -> None:
    times = np.array([0, 10, 11])
    found = cut(np.array([0, 3]), times, marks("x.."), marks("..."), now=11, after=10)
    assert found.stop.tolist() == [2]
    assert found.ended.tolist() == [10]
    assert found.running.tolist() == [False]


def test_running_means_that_the_next_moment_could_still_belong() -> None:
    for now, running in ((10, True), (11, False)):
        found = cut(np.array([0, 1]), np.array([0]), marks("x"), marks("."), now=now, silence=10)
        assert found.running.tolist() == [running]


def test_no_events_and_no_starts() -> None:
    nothing = np.zeros(0, dtype=np.bool_)
    assert len(cut(np.array([0]), np.zeros(0, np.int64), nothing, nothing, now=0).first) == 0
    assert len(cut(np.array([0, 2]), np.array([0, 1]), marks(".."), marks("xx"), now=0).first) == 0


def test_warm_compiles_for_times_in_memory_and_times_in_a_file() -> None:
    warm()
    loops: tuple[Any, ...] = (_cut,)
    assert all(len(loop.signatures) >= 2 for loop in loops)

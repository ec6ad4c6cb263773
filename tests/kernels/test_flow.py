"""Following journeys over touchpoints, on cases small enough to see."""

from __future__ import annotations

from typing import Any

import numpy as np

from cesta.kernels.flow import _acted, _follow, acted, follow, warm


def test_left_is_the_first_later_touch_of_a_later_stage() -> None:
    times, touch = np.array([0, 5, 7, 9]), np.array([1, 0, 1, 0], dtype=np.int32)
    flow = follow(np.array([0]), np.array([4]), times, touch, np.array([0, 1]), np.zeros(4, np.bool_), 2)
    # the touch of stage 2 at 0 came before stage 1 was entered, so it is not how stage 1 was left
    assert flow.entered.tolist() == [[5, 0]]
    assert flow.left.tolist() == [[7, -1]]
    assert (flow.begins[0], flow.finishes[0]) == (1, 0)


def test_a_journey_without_touches_has_no_stage() -> None:
    touch = np.array([-1, -1], dtype=np.int32)
    flow = follow(np.array([0]), np.array([2]), np.array([0, 1]), touch, np.array([0]), np.array([False, True]), 1)
    assert (flow.furthest[0], flow.begins[0], flow.finishes[0], flow.won[0]) == (-1, -1, -1, True)
    assert len(flow.journey) == 0


def test_the_stage_without_touchpoints_has_its_column() -> None:
    flow = follow(
        np.array([0]), np.array([1]), np.array([3]), np.array([0], np.int32), np.array([0]), np.zeros(1, np.bool_), 3
    )
    assert flow.entered.tolist() == [[3, -1, -1]]


def test_acted_yes_no_not_yet_never() -> None:
    times = np.array([0, 4, 0, 0, 0])
    touched, action = np.array([True, False, True, True, False]), np.array([False, True, False, False, True])
    answer = acted(
        np.array([0, 2, 3, 4]),
        np.array([2, 3, 4, 5]),
        times,
        touched,
        action,
        5,
        5,
        np.array([False, False, True, False]),
    )
    assert answer.tolist() == [1, 0, 2, -1]


def test_the_touch_itself_is_not_its_own_action() -> None:
    both = np.array([True])
    assert acted(np.array([0]), np.array([1]), np.array([0]), both, both, 5, 9, np.array([False])).tolist() == [0]


def test_warm_compiles_for_times_in_memory_and_times_in_a_file() -> None:
    warm()
    loops: tuple[Any, ...] = (_follow, _acted)
    assert all(len(loop.signatures) >= 2 for loop in loops)

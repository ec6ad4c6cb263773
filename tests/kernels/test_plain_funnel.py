"""The plain funnel against the full rules, on journeys with ties, and the same in any number of ranges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from cesta.kernels import ranges
from cesta.kernels.funnel import NONE, walk_all
from cesta.kernels.plain_funnel import walk_plain

STEPS = 3
JOURNEYS = st.lists(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 4)), max_size=12), min_size=1, max_size=6)
SLOT = np.array([0, 1, 2, 3, 3, 3], np.uint8)


def flat(journeys: list[list[tuple[int, int]]]) -> tuple[NDArray[np.uint8], NDArray[np.int64], NDArray[np.int64]]:
    events = [event for journey in journeys for event in sorted(journey, key=lambda one: one[0])]
    offsets = np.cumsum([0, *map(len, journeys)])
    return np.array([c for _, c in events], np.uint8), np.array([t for t, _ in events], np.int64), offsets


@given(JOURNEYS, st.integers(1, 8))
def test_it_is_the_full_rules_where_no_steps_share_a_moment(journeys: list[list[tuple[int, int]]], window: int) -> None:
    codes, times, offsets = flat(journeys)
    level, when, tied = walk_plain(codes, times, offsets[:-1], offsets[1:], SLOT, window)
    bits = np.where(codes < STEPS, np.uint64(1) << codes.astype(np.uint64), 0).astype(np.uint64)
    picked = np.flatnonzero(bits)
    units = np.arange(len(journeys))
    rules = (STEPS, window, False, False, np.zeros(STEPS + 1, np.bool_), times[:0], times[:0])
    runs = (units, np.full(len(units), NONE), np.full(len(units), np.iinfo(np.int64).max))
    places = np.searchsorted(picked, offsets)
    wanted, _, wanted_when = walk_all(times[picked], bits[picked], bits[picked] * 0, places, rules, runs)
    for unit in np.flatnonzero(~tied).tolist():
        far = level[unit]
        assert far == wanted[unit]
        assert when[unit, :far].tolist() == wanted_when[unit, :far].tolist()


@given(JOURNEYS)
def test_only_different_steps_at_one_moment_are_left_to_the_full_rules(journeys: list[list[tuple[int, int]]]) -> None:
    codes, times, offsets = flat(journeys)
    _, _, tied = walk_plain(codes, times, offsets[:-1], offsets[1:], SLOT, 5)
    for unit, journey in enumerate(journeys):
        at: dict[int, set[int]] = {}
        for time, code in journey:
            at.setdefault(time, set()).update({code} & {0, 1, 2})
        assert not tied[unit] or any(len(steps) > 1 for steps in at.values())


def test_the_moment_of_the_last_step_is_read_to_its_end() -> None:
    late = [[(0, 0), (1, 1), (2, 2), (2, 2), (2, 1)], [(0, 0), (1, 1), (2, 2), (2, 2), (3, 1)]]
    codes, times, offsets = flat(late)
    level, _, tied = walk_plain(codes, times, offsets[:-1], offsets[1:], SLOT, 5)
    assert level.tolist() == [3, 3]
    assert tied.tolist() == [True, False]


def test_threads_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(3)
    offsets = np.concatenate(([0], np.cumsum(random.integers(0, 9, 500))))
    codes = random.integers(0, 5, offsets[-1]).astype(np.uint8)
    times = np.cumsum(random.integers(1, 4, offsets[-1]))
    alone = walk_plain(codes, times, offsets[:-1], offsets[1:], SLOT, 9)
    monkeypatch.setattr(ranges, "WORTH_A_RANGE", 1)
    monkeypatch.setattr(ranges, "cores", lambda: 7)
    together = walk_plain(codes, times, offsets[:-1], offsets[1:], SLOT, 9)
    told = np.arange(STEPS) < alone[0][:, None]
    assert all((one == other).all() for one, other in zip(alone[::2], together[::2], strict=True))
    assert (alone[1][told] == together[1][told]).all()

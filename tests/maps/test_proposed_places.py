"""Where events that a map does not know fit, against a walk through every journey, one event at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.proposed_places import counted, neighbours, recent, spot, unknown_rows
from cesta.maps.trace import Trace

HEAD = """-- walk
start: visit
end: silence 2d
stages: look = visit, view; pay = cart, buy
"""


def traced(case_from: Callable[[str], Any], story: str) -> Trace:
    found: Trace = case_from(HEAD + story).ground().trace
    return found


def test_it_stands_at_the_neighbour_that_is_nearer_in_time(case_from: Callable[[str], Any]) -> None:
    found = traced(case_from, "ann: visit 0m, chat 50m, cart 60m, buy 70m\nbob: visit 0m, chat 5m\n")
    (ann, bob) = np.flatnonzero(unknown_rows(found)).tolist()
    near = spot(found, np.array([ann]))
    assert near is not None
    assert (near.stage, near.after, near.previous, near.following) == (1, None, 0, 2)
    alone = spot(found, np.array([bob]))
    assert alone is not None
    assert (alone.stage, alone.after, alone.following) == (0, 0, None)


def test_nothing_to_stand_at(case_from: Callable[[str], Any]) -> None:
    assert spot(traced(case_from, "ann: visit 0m\n"), np.array([], dtype=np.int64)) is None


def test_the_journeys_of_now_are_those_that_began_lately(case_from: Callable[[str], Any]) -> None:
    found = traced(case_from, "ann: visit 0d, visit 40d\nbob: visit 39d\n")
    assert recent(found, 1).tolist() == [False, True, True]
    assert recent(found, 3).all()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.sampled_from(["visit", "chat", "cart"]), min_size=1, max_size=8), min_size=1, max_size=4))
def test_neighbours_and_counts_are_those_of_a_walk(case_from: Callable[[str], Any], lives: list[list[str]]) -> None:
    lines = [
        f"c{who}: " + ", ".join(f"{name} {place}h" for place, name in enumerate(life)) for who, life in enumerate(lives)
    ]
    found = traced(case_from, "\n".join(lines) + "\n")
    rows = np.flatnonzero(unknown_rows(found))
    before, after = neighbours(found, rows)
    for row, left, right in zip(rows.tolist(), before.tolist(), after.tolist(), strict=True):
        same = [other for other in range(len(found.touch)) if found.journey[other] == found.journey[row]]
        touched = [other for other in same if found.touch[other] >= 0]
        assert left == max((other for other in touched if other < row), default=-1)
        assert right == min((other for other in touched if other > row), default=-1)
    if len(rows):
        every = np.ones(len(found.started), dtype=np.bool_)
        assert counted(found, rows, every).n == len({int(found.journey[row]) for row in rows})

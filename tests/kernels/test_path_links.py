"""Links of paths against a plain walk over lists."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.path_links import JOIN_FIRST, JOIN_LAST, JOIN_NONE, SECOND, path_links

Events = list[tuple[int, int]]
JOURNEYS = st.lists(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 3)), max_size=14), min_size=1, max_size=5)
NODE_OF = (0, 1, 2, -1)


def runs_of(session: Events, joining: int) -> Events:
    """(time, node) of each node on the path."""
    runs: Events = []
    for time, node in session:
        if runs and runs[-1][1] == node and joining != JOIN_NONE:
            if joining == JOIN_LAST:
                runs[-1] = (time, node)
        else:
            runs.append((time, node))
    return runs


def walk(journey: Events, start: int, most: int, silence: int, joining: int) -> list[tuple[int, int, int, int]]:
    """(step, from, to, seconds) of every link."""
    sessions: list[Events] = []
    for time, code in journey:
        if NODE_OF[code] >= 0:
            if not sessions or time - sessions[-1][-1][0] >= silence:
                sessions.append([])
            sessions[-1].append((time, NODE_OF[code]))
    links = []
    for session in sessions:
        path = runs_of(session, joining)
        if start >= 0:
            path = path[next((place for place, one in enumerate(path) if one[1] == start), len(path)) :]
        path = path[:most]
        links += [(step, a[1], b[1], b[0] - a[0]) for step, (a, b) in enumerate(pairwise(path))]
    return links


@given(
    JOURNEYS,
    st.integers(-1, 2),
    st.integers(2, 5),
    st.integers(1, 9),
    st.sampled_from([JOIN_NONE, JOIN_FIRST, JOIN_LAST]),
)
def test_it_is_the_plain_walk(journeys: list[Events], start: int, most: int, silence: int, joining: int) -> None:
    journeys = [sorted(journey, key=lambda one: one[0]) for journey in journeys]
    wanted: Counter[tuple[int, int, int]] = Counter()
    seconds: Counter[tuple[int, int, int]] = Counter()
    for journey in journeys:
        for step, a, b, gap in walk(journey, start, most, silence, joining):
            wanted[step, a, b] += 1
            seconds[step, a, b] += gap
    flat = [event for journey in journeys for event in journey]
    ends = np.cumsum([len(journey) for journey in journeys], dtype=np.int64)
    begins = ends - np.array([len(journey) for journey in journeys], np.int64)
    columns = (np.array([c for _, c in flat], np.uint8), np.array([t * SECOND for t, _ in flat], np.int64))
    node_of = np.array(NODE_OF, np.int32)
    found = path_links((*columns, begins, ends), node_of, 3, start, most, silence * SECOND, joining)
    cells = [tuple(cell) for cell in np.argwhere(found[0]).tolist()]
    assert {cell: int(found[0][cell]) for cell in cells} == wanted
    assert {cell: int(found[1][cell]) for cell in cells} == seconds
    assert not found[2].any()


def test_a_path_that_is_long_enough_adds_nothing_when_its_session_ends() -> None:
    times = np.array([0, 1, 2, 3, 60, 61], np.int64) * SECOND
    codes, one = np.array([1, 0, 1, 2, 0, 1], np.uint8), np.array([0], np.int64)
    found = path_links((codes, times, one, one + 6), np.array(NODE_OF, np.int32), 3, -1, 2, 30 * SECOND, JOIN_LAST)
    assert {tuple(cell) for cell in np.argwhere(found[0]).tolist()} == {(0, 1, 0), (0, 0, 1)}
    assert (found[0].sum(), found[3]) == (2, 2)


@pytest.mark.parametrize("joining", [JOIN_FIRST, JOIN_LAST])
def test_parts_of_seconds_are_kept(joining: int) -> None:
    times = np.array([0, 1_700_000], np.int64)
    one = np.array([0], np.int64)
    journeys = (np.array([0, 1], np.uint8), times, one, one + 2)
    _, whole, rest, paths = path_links(journeys, np.array([0, 1], np.int32), 2, -1, 5, 10 * SECOND, joining)
    assert (whole.sum(), rest.sum(), paths) == (1, 700_000, 1)

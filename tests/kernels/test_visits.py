"""Sessions against a plain walk."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.visits import visits

ABSENT = 2
EVENTS = st.lists(st.tuples(st.integers(0, 6), st.integers(0, ABSENT)), max_size=8)


@settings(deadline=None)
@given(journeys=st.lists(EVENTS, max_size=4), silence=st.integers(0, 4), turned=st.booleans())
def test_a_silence_begins_another(journeys: list[list[tuple[int, int]]], silence: int, turned: bool) -> None:
    journeys = [sorted(journey) for journey in journeys]
    edges = np.cumsum([0, *map(len, journeys)])
    times = np.array([time for journey in journeys for time, _ in journey], np.int64)
    codes = np.array([code for journey in journeys for _, code in journey], np.uint8)
    # units may lie in any order
    order = list(range(len(journeys)))[:: -1 if turned else 1]
    found = visits(codes, times, edges[:-1][order], edges[1:][order], ABSENT, silence)
    wanted = []
    for unit in order:
        sessions: list[list[int]] = []
        for place in range(edges[unit], edges[unit + 1]):
            if codes[place] == ABSENT:
                continue
            if not sessions or times[place] - times[sessions[-1][-1]] > silence:
                sessions.append([])
            sessions[-1].append(place)
        wanted.append([(one[0], one[-1] + 1, len(one)) for one in sessions])
    told = list(zip(found.begins.tolist(), found.ends.tolist(), found.events.tolist(), strict=True))
    cut = found.first.tolist()
    assert [told[a:b] for a, b in pairwise(cut)] == wanted

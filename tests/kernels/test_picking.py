"""Picking journeys and events against plain loops."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.picking import first_event, gather, last_event, session_numbers, stretch_of

LENGTHS = st.lists(st.integers(0, 5), min_size=1, max_size=8)


@given(LENGTHS, st.data())
def test_gather_takes_units_in_the_order_asked(lengths: list[int], data: st.DataObject) -> None:
    offsets = np.cumsum([0, *lengths])
    units = data.draw(st.lists(st.integers(0, len(lengths) - 1), unique=True))
    events, starts = gather(offsets, np.array(units, np.int64))
    wanted = [list(range(offsets[unit], offsets[unit + 1])) for unit in units]
    assert events.tolist() == [place for run in wanted for place in run]
    assert np.diff(starts).tolist() == [len(run) for run in wanted]


@given(LENGTHS, st.data())
def test_first_and_last(lengths: list[int], data: st.DataObject) -> None:
    offsets = np.cumsum([0, *lengths])
    total = int(offsets[-1])
    wanted = np.array(data.draw(st.lists(st.booleans(), min_size=total, max_size=total)), np.bool_)
    places = [[i for i in range(a, b) if wanted[i]] for a, b in pairwise(offsets.tolist())]
    assert first_event(offsets, wanted).tolist() == [min(run, default=-1) for run in places]
    assert last_event(offsets, wanted).tolist() == [max(run, default=-1) for run in places]


@given(LENGTHS, st.lists(st.integers(0, 6), min_size=40, max_size=40), st.booleans())
def test_sessions(lengths: list[int], gaps: list[int], at_limit: bool) -> None:
    offsets = np.cumsum([0, *lengths])
    times = np.cumsum(gaps)[: offsets[-1]]
    wanted, number = [], -1
    for a, b in pairwise(offsets.tolist()):
        for i in range(a, b):
            gap = int(times[i] - times[i - 1]) if i > a else 99
            number += gap > 3 or (at_limit and gap == 3)
            wanted.append(number)
    assert session_numbers(offsets, times, 3, at_limit).tolist() == wanted


@given(LENGTHS, st.one_of(st.none(), st.integers(-2, 12)), st.one_of(st.none(), st.integers(-2, 12)), st.data())
def test_stretches(lengths: list[int], since: int | None, until: int | None, data: st.DataObject) -> None:
    offsets = np.cumsum([0, *lengths])
    journeys = [sorted(data.draw(st.lists(st.integers(0, 9), min_size=n, max_size=n))) for n in lengths]
    times = np.array([time for journey in journeys for time in journey], np.int64)
    begins, ends = stretch_of(times, (offsets[:-1], offsets[1:]), since, until)
    for journey, a, b in zip(journeys, begins.tolist(), ends.tolist(), strict=True):
        inside = [t for t in journey if (since is None or t >= since) and (until is None or t < until)]
        assert times[a : max(a, b)].tolist() == inside

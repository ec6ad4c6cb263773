"""Stays against cutting by hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.journeys.shop import shop

from cesta.journeys.stays import dealt, stays_of
from cesta.journeys.units import Asked, by_stretch

MINUTES = st.lists(st.lists(st.integers(0, 400), min_size=1, max_size=12), min_size=1, max_size=4)


@given(MINUTES)
def test_a_stay_ends_where_the_silence_is_longer_than_the_gap(people: list[list[int]]) -> None:
    columns = shop([[("see", minute * 60_000_000, {}) for minute in sorted(one)] for one in people])
    found = stays_of(by_stretch(Asked(columns), (None, None), None))
    expected, number = [], -1
    for one in people:
        before = None
        for minute in sorted(one):
            number += before is None or minute - before > 30
            expected.append(number)
            before = minute
    assert found.stay.tolist() == expected
    assert [expected.index(stay) for stay in range(number + 1)] == found.begins.tolist()
    ends = [len(expected) - 1 - expected[::-1].index(stay) for stay in range(number + 1)]
    assert [place for place, last in enumerate(found.last.tolist()) if last] == ends


@given(MINUTES, st.integers(0, 5))
def test_stays_dealt_anew_are_the_same_for_somebody(people: list[list[int]], seed: int) -> None:
    """A stay begins at its own hour, so that no two meet; what was seen says whose it was."""
    days = [(place, n, minute) for place, one in enumerate(people) for n, minute in enumerate(sorted(one))]
    shown = shop([[(f"{p}-{n}", (1000 * p + 100 * n) * 3_600_000_000, {}) for p, n, _ in days if p == place]
                  for place in range(len(people))])  # fmt: skip
    before = by_stretch(Asked(shown), (None, None), None)
    after = dealt(before, seed)
    assert after.lengths().tolist() == before.lengths().tolist()
    assert sorted(after.codes.tolist()) == sorted(before.codes.tolist())
    owner = after.unit_of_event()
    assert all(after.times[1:][owner[1:] == owner[:-1]] >= after.times[:-1][owner[1:] == owner[:-1]])

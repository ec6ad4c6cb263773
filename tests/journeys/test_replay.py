"""Token replay against places and tokens moved by hand."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.replay import Tokens, replay
from cesta.model.wanted_journey import read_wanted_journey

WANTED = [["a"], ["b", "c"], ["d"], ["e", "f"]]


@settings(deadline=None)
@given(names=st.lists(st.sampled_from("abcdefx"), max_size=12))
def test_one_place_between_neighbouring_steps(names: list[str]) -> None:
    model = read_wanted_journey({"sequence": [{"choice": names} for names in WANTED]})
    places = Counter({0: 1})
    missing, fired = 0, 0
    for name in names:
        at = next((place for place, choice in enumerate(WANTED) if name in choice), None)
        if at is None:
            continue
        fired += 1
        missing += not places[at]
        places[at] = max(places[at] - 1, 0)
        places[at + 1] += 1
    missing += not places[4]
    places[4] = max(places[4] - 1, 0)
    assert replay(model, names) == Tokens(missing, places.total(), fired + 1, fired + 1)


@pytest.mark.parametrize(
    ("names", "missing", "remaining"),
    [("ad", 1, 1), ("abd", 0, 0), ("abcd", 0, 0), ("abbbcd", 0, 0), ("acbd", 1, 1), ("abbcbd", 0, 0)],
)
def test_passing_over_and_going_back_cost_nothing(names: str, missing: int, remaining: int) -> None:
    model = read_wanted_journey({"sequence": ["a", {"loop": ["b", {"optional": "c"}]}, "d"]})
    found = replay(model, list(names))
    assert (found.missing, found.remaining) == (missing, remaining)


def test_fitness_is_half_of_each() -> None:
    assert Tokens(missing=1, remaining=3, consumed=4, produced=6).fitness == pytest.approx(0.5 * 0.75 + 0.5 * 0.5)

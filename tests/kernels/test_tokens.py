"""Token replay against places and tokens moved by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.wanted import in_codes
from cesta.kernels.tokens import replay
from cesta.model.wanted_journey import WantedJourney, read_wanted_journey

WANTED = [["a"], ["b", "c"], ["d"], ["e", "f"]]


def replayed(model: WantedJourney, names: list[str]) -> tuple[int, int, int]:
    """The tokens missing, remaining and consumed in one journey."""
    wanted, known = in_codes(model, "abcdefx")
    codes = np.array([known.index(name) for name in names], np.uint8)
    found = replay((codes, np.array([0, len(names)])), wanted.steps, wanted.follows, wanted.ending)
    return int(found.missing[0]), int(found.remaining[0]), int(found.consumed[0])


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
    assert replayed(model, names) == (missing, places.total(), fired + 1)


@pytest.mark.parametrize(
    ("names", "missing", "remaining"),
    [("ad", 1, 1), ("abd", 0, 0), ("abcd", 0, 0), ("abbbcd", 0, 0), ("acbd", 1, 1), ("abbcbd", 0, 0)],
)
def test_passing_over_and_going_back_cost_nothing(names: str, missing: int, remaining: int) -> None:
    model = read_wanted_journey({"sequence": ["a", {"loop": ["b", {"optional": "c"}]}, "d"]})
    assert replayed(model, list(names))[:2] == (missing, remaining)

"""Stars and points on the scale of feelings: ends, junk, own scales, weights as a map writes them."""

from __future__ import annotations

import math
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.document import parse
from cesta.maps.rated import USUAL, mixing, on_scale, rated, source_of
from cesta.model.event import Event
from cesta.store.columns import from_events

MAP = """\
cesta: map/1
id: m
title: M
start: {first_of: [visit]}
stages:
  - id: s
    name: S
    touchpoints:
      - {id: a, name: A, match: {event: a}}
      - {id: b, name: B, match: {event: b}, emotion: {from: [words, "score 0..10"], weights: {words: 0.5}}}
      - {id: c, name: C, match: {event: c}, emotion: {from: [reviews.size], weights: {nps: 0}}}
"""


@given(
    st.integers(-50, 50), st.integers(-50, 50), st.one_of(st.integers(-60, 60), st.floats(), st.booleans(), st.text())
)
def test_a_number_on_the_scale_lies_between_worst_and_best(low: int, high: int, value: object) -> None:
    if low == high:
        assert source_of(f"p {low}..{high}") is None
        return
    found = on_scale(value, low, high)
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and min(low, high) <= value <= max(low, high):  # type: ignore[operator]
        assert -2 <= found <= 2
        assert math.isclose(found + on_scale(value, high, low), 0, abs_tol=1e-9)
    else:
        assert math.isnan(found)


def test_a_touchpoint_says_what_counts_and_how_much() -> None:
    mix = mixing(parse(MAP, Path("m.yaml")).touchpoints)
    assert mix.names == (*USUAL, "score 0..10")
    assert mix.weights.tolist() == [[1, 1, 1, 1, 0], [0.5, 0, 0, 0, 1], [1, 1, 1, 0, 0]]


def test_only_what_is_on_its_scale_is_a_rating() -> None:
    given_: list[tuple[str, dict[str, str | int | float | bool]]] = [
        ("a", {"stars": 5}),
        ("a", {"stars": 6}),
        ("b", {"nps": 0, "stars": "5"}),
        ("b", {"nps": True}),
        ("c", {}),
    ]
    events = [Event("web", str(n), "ann", name, n, props) for n, (name, props) in enumerate(given_)]
    found = rated(from_events(events), USUAL)
    assert sorted(zip(found.event.tolist(), found.source.tolist(), found.value.tolist(), strict=True)) == [
        (0, USUAL.index("stars"), 2.0),
        (2, USUAL.index("nps"), -2.0),
    ]
    assert len(rated(from_events([]), USUAL).event) == 0

"""What a map's desired journey says: its order, what may be left out, what is not compared, how long it may take."""

from __future__ import annotations

from pathlib import Path

from cesta.maps.desired import Limit, desired_of
from cesta.maps.document import MapDocument, parse

HOUR = 3_600_000_000


def document(desired: str) -> MapDocument:
    stops = "".join(f"\n      - {{id: {one}, name: {one}, match: {{event: {one}}}}}" for one in "abcde")
    text = "cesta: map/1\nid: m\ntitle: m\nstart: {first_of: [a]}\nstages:\n  - id: s\n    name: s\n    touchpoints:"
    return parse(f"{text}{stops}\ndesired: {desired}\n", Path("m.yaml"))


def test_a_path_with_what_may_be_left_out() -> None:
    found = desired_of(document("{path: [a, b, c], optional: [b, e], again: [a, x]}"))
    assert found is not None
    assert found.order == ("a", "b", "c")
    assert (found.skippable, found.aside, found.again) == (frozenset("b"), frozenset("e"), frozenset("a"))
    assert 3 in found.model.follow[1]


def test_a_journey_may_end_anywhere() -> None:
    found = desired_of(document("{path: [a, {choice: [b, c]}, d]}"))
    assert found is not None
    assert found.model.final == frozenset(range(5))
    assert found.skippable == {"b", "c"}


def test_times_and_moods() -> None:
    found = desired_of(document("{path: [a, b], max_time: {a -> b: 2h, s -> nowhere: 1d}, emotion: {b: 1, x: 2}}"))
    assert found is not None
    assert found.limits == (Limit("a", "b", 2 * HOUR),)
    assert found.emotion == {"b": 1}


def test_without_a_path_nothing_is_desired() -> None:
    assert desired_of(document("{path: [x, y]}")) is None
    assert desired_of(document("{path: []}")) is None

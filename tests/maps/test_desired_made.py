"""A desired journey made from what winners do: the small shop's way, which nearly all winners keep to."""

from __future__ import annotations

from datetime import UTC
from pathlib import Path

import numpy as np

from cesta.maps.desired_made import MadePath, made
from cesta.maps.document import parse
from cesta.maps.trace import trace
from cesta.model.event import Event
from cesta.store.columns import from_events

HOUR = 3_600_000_000
HEAD = "cesta: map/1\nid: m\ntitle: m\nstart: {first_of: [a]}\ngoal: {event: e}\nstages:\n  - id: s\n    name: s\n"
STOPS = "".join(f"\n      - {{id: {one}, name: {one}, match: {{event: {one}}}}}" for one in "xyedcba")


def way_of(paths: list[str]) -> MadePath | None:
    events = [
        Event("t", f"{row}-{place}", f"c{row}", name, place * HOUR, {})
        for row, path in enumerate(paths)
        for place, name in enumerate(path)
    ]
    found = trace(parse(f"{HEAD}    touchpoints:{STOPS}\n", Path("m.yaml")), from_events(events), UTC)
    return made(found, np.ones(len(found.won), np.bool_))


def test_the_way_of_most_winners_in_their_order() -> None:
    found = way_of(["abce", "abcbe", "axbce", "abde", "addddd"])
    assert found is not None
    assert (found.path, found.optional, found.again) == (("a", "b", "c", "e"), ("x", "d"), ("b",))
    assert found.max_time["a -> b"] == "2h"


def test_without_winners_there_is_no_way() -> None:
    assert way_of(["abc", "ab"]) is None

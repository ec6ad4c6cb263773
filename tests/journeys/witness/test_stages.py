"""Touchpoints by stage against sessions cut by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.questions import ask

Log = list[dict[str, Any]]
Event = tuple[str, int, str]
Plain = Callable[[Log], dict[str, list[Event]]]
STAGES = [("first", "a"), ("second", "bc"), ("third", "x")]
MAP = {
    "start": {"first_of": ["a", "b"]},
    "end": {"any_of": ["silence 4m"]},
    "stages": [
        {"id": stage, "name": stage, "touchpoints": [{"id": n, "name": n, "match": {"event": n}} for n in names]}
        for stage, names in STAGES
    ],
}


def journeys(events: list[Event]) -> list[set[str]]:
    """What each journey touched: it begins with a or b and ends where four minutes are exceeded."""
    found: list[set[str]] = []
    before = None
    for name, at, _ in events:
        running = before is not None and at - before <= 240
        if running:
            found[-1].add(name)
        elif name in "ab":
            found.append({name})
        before = at if running or name in "ab" else None
    return found


def test_reach_and_touch(crowded: st.SearchStrategy[Log], plain_log: Plain) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=crowded)
    def check(log: Log) -> None:
        told: Any = ask(None, {"analysis": "stage_touchpoints", "params": {"map": MAP}, "events": log})["result"]
        touched = [one for events in plain_log(log).values() for one in journeys(events)]
        for place, (stage, names) in enumerate(STAGES):
            onward = "".join(later for _, later in STAGES[place:])
            reached = [one for one in touched if one & set(onward)]
            row = told["stages"][place]
            assert (row["stage"], row["reached"]) == (stage, len(reached))
            rows = sorted((-sum(name in one for one in reached), name) for name in names)
            assert [(stop["touchpoint"], stop["journeys"]) for stop in row["touchpoints"]] == [(n, -k) for k, n in rows]
            for stop in row["touchpoints"]:
                assert stop["share"] == (pytest.approx(stop["journeys"] / len(reached)) if reached else None)

    check()

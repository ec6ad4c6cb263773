"""Conversion against looking at every event after the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


@pytest.mark.parametrize("occurrence", ["first", "last"])
@pytest.mark.parametrize("end", ["b", "path_end"])
def test_conversion(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort, occurrence: str, end: str) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs, minutes=st.integers(1, 200), within=st.integers(1, 5))
    def check(log: Log, minutes: int, within: int) -> None:
        params = {"start": "a", "end": end, "window": f"{minutes}m", "within_events": within, "occurrence": occurrence}
        found = ask("conversion", params, log)["result"]
        started = converted = having = 0
        people = by_customer(log)
        for events in people.values():
            line = [*events, ("path_end", events[-1][1])]
            having += any(name == end for name, _ in line)
            places = [place for place, (name, _) in enumerate(events) if name == "a"]
            if places:
                started += 1
                at = places[0] if occurrence == "first" else places[-1]
                near = [name for name, when in line[at + 1 : at + 1 + within] if when - line[at][1] <= minutes * 60]
                converted += end in near
        assert (found["with_start"], found["converted"]) == (started, converted)
        assert found["rate"] == (pytest.approx(converted / started) if started else None)
        assert found["base_rate"] == pytest.approx(having / len(people))
        if started and having:
            assert found["lift"] == pytest.approx(converted / started / (having / len(people)))
        else:
            assert found["lift"] is None

    check()

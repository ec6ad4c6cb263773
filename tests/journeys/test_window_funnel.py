"""The window funnel against every beginning by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


def test_levels(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=100)
    @given(log=steady_logs, minutes=st.integers(1, 40))
    def check(log: Log, minutes: int) -> None:
        found = ask("window_funnel", {"steps": ["a", "b", "c"], "window": f"{minutes}m"}, log)["result"]
        levels = {}
        for who, events in by_customer(log).items():
            levels[who] = 0
            for place, (name, began) in enumerate(events):
                level = int(name == "a")
                for later, at in events[place + 1 :]:
                    level += level > 0 and at - began <= minutes * 60 and later == "abc"[level : level + 1]
                levels[who] = max(levels[who], level)
        assert found["levels"] == levels
        assert found["counts"] == [sum(level >= step for level in levels.values()) for step in (1, 2, 3)]

    check()


@pytest.mark.parametrize(
    ("wrong", "code"),
    [({"modes": ["strict"]}, "bad_value"), ({"steps": []}, "bad_step"), ({"window": 0}, "bad_window")],
)
def test_mistakes(ask: Ask, wrong: dict[str, Any], code: str) -> None:
    with pytest.raises(CestaError) as caught:
        ask("window_funnel", {"steps": ["a"], "window": "1h"} | wrong, [])
    assert caught.value.code == code

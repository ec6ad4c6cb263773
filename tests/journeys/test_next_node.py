"""Next nodes against slices of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


@pytest.mark.parametrize("direction", ["forward", "backward"])
@pytest.mark.parametrize("occurrence", ["first", "last"])
def test_next(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort, direction: str, occurrence: str) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs)
    def check(log: Log) -> None:
        params = {"chain": ["a", "b"], "direction": direction, "occurrence": occurrence}
        found = ask("next_node", params, log)["result"]["next"]
        for who, events in by_customer(log).items():
            names = [name for name, _ in events]
            chain = ["a", "b"] if direction == "forward" else ["b", "a"]
            places = [place for place in range(len(names)) if names[place : place + 2] == chain]
            wanted = None
            if places:
                place = places[0] if occurrence == "first" else places[-1]
                beyond = place + 2 if direction == "forward" else place - 1
                wanted = names[beyond] if 0 <= beyond < len(names) else None
            assert found[who] == wanted

    check()


def test_a_name_that_was_never_seen_is_told(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("next_node", {"chain": ["a", "visti"]}, log_of("u: visit 0"))
    assert found["warnings"][1] == {"code": "unknown_event", "value": "visti", "did_you_mean": "visit"}

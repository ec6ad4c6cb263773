"""Funnels over time against one funnel a period."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
BEGIN = 1_714_953_600


@pytest.mark.parametrize("order", ["ordered", "unordered"])
def test_each_period_by_itself(ask: Ask, steady_logs: st.SearchStrategy[Log], by_customer: Sort, order: str) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=steady_logs)
    def check(log: Log) -> None:
        dates = {"date_from": "2024-05-06T00:00:00Z", "date_to": "2024-05-06T05:59:59Z"}
        params = {"steps": ["a", "b"], "window": "20m", "interval": "hour", "order": order, **dates}
        rows = ask("funnel_trend", params, log)["result"]["periods"]
        first = {"ordered": {"a"}, "unordered": {"a", "b"}}[order]
        for hour, row in enumerate(rows):
            entered = completed = 0
            for events in by_customer(log).values():
                starts = [(n, at) for n, at in events if n in first and (at - BEGIN) // 3600 == hour]
                entered += bool(starts)
                completed += any(
                    n in {"a", "b"} - {start} and 0 < at - began <= 1200 for start, began in starts for n, at in events
                )
            assert (row["entered"], row["completed"]) == (entered, completed)

    check()

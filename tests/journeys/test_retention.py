"""Retention against sets of days."""

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
BEGIN = 1_714_953_600


def test_hours(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=80)
    @given(log=logs, rolling=st.booleans(), first_time=st.booleans(), least=st.integers(1, 2))
    def check(log: Log, rolling: bool, first_time: bool, least: int) -> None:
        start = {"event": "a", "first_time": "event"} if first_time else {"event": "a"}
        params = {"date_from": "2024-05-06T00:00:00Z", "interval": "hour", "intervals": 4, "min_occurrences": least}
        whole = {**params, "start": start, "return": {"event": "b"}, "rolling": rolling}
        found = ask("retention", whole, log)["result"]["matrix"]
        people = by_customer(log).values()
        for row in range(4):
            for cell in range(4 - row):
                members = 0
                for events in people:
                    starts = [(at - BEGIN) // 3600 for name, at in events if name == "a"]
                    starts = starts[:1] if first_time else starts
                    hours = [(at - BEGIN) // 3600 for name, at in events if name == "b"]
                    wanted = [row + cell] if not rolling else range(row + cell, 4)
                    back = cell == 0 or any(hours.count(hour) >= least for hour in wanted)
                    members += row in starts and back
                assert found[row][cell] == members

    check()


def test_the_most_faithful_first(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("ann: a 0; bob: a 0, a 1500, a 3000; eva: a 0, a 1500")
    params = {"date_from": "2024-05-06", "intervals": 3, "cohort": 1}
    assert ask("retention", params, log)["result"]["cohort_customers"] == [
        {"customer": "bob", "active": [0, 1, 2]},
        {"customer": "eva", "active": [0, 1]},
        {"customer": "ann", "active": [0]},
    ]


@pytest.mark.parametrize(
    "wrong", [{"cohort": 9}, {"brackets": [0]}, {"intervals": 3, "date_to": "2024-05-08"}, {"cells": 0}]
)
def test_bad_values(ask: Ask, wrong: dict[str, Any]) -> None:
    with pytest.raises(CestaError, match="bad_value"):
        ask("retention", {"date_from": "2024-05-06", "intervals": 3} | wrong, [])

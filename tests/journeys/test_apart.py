"""Breakdowns and comparisons."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]


@pytest.mark.parametrize("attribution", ["first_touch", "last_touch"])
def test_each_customer_has_one_value(ask: Ask, logs: st.SearchStrategy[Log], attribution: str) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("variants", {"breakdown": "colour", "attribution": attribution}, log)["result"]
        wanted: dict[str, int] = {}
        for who in {one["customer"] for one in log}:
            own = sorted((one for one in log if one["customer"] == who), key=lambda one: one["ts"])
            values = [one["props"]["colour"] for one in own if "colour" in one["props"]] or [""]
            value = values[0 if attribution == "first_touch" else -1]
            wanted[value] = wanted.get(value, 0) + 1
        sizes = {
            value: sum(row["count"] for row in part["variants"]) + part["other"]
            for value, part in found["breakdown"].items()
        }
        assert sizes == wanted

    check()


def test_every_value_on_its_own_events(ask: Ask, logs: st.SearchStrategy[Log]) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs)
    def check(log: Log) -> None:
        parts = ask("dfg", {"breakdown": "colour", "attribution": "all_events"}, log)["result"]["breakdown"]
        for value, part in parts.items():
            own = [one for one in log if one["props"].get("colour", "") == value]
            assert part == ask("dfg", {}, own)["result"]
        assert set(parts) == {one["props"].get("colour", "") for one in log}

    check()


def test_by_the_name_of_the_event(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("durations", {"breakdown": "event"}, log_of("u: a 0, b 1; v: b 0, a 2"))["result"]["breakdown"]
    assert {value: part["avg_seconds"] for value, part in found.items()} == {"a": 60, "b": 120}


def test_behind_a_part(ask: Ask, log_of: Callable[[str], Log]) -> None:
    params = {"steps": ["a", "b"], "breakdown": "event"}
    log = log_of("u: a 0, b 1; v: b 0, a 2; w: a 5")
    assert ask("funnel", params, log, behind="/breakdown/a/counts/0")["result"]["customers"] == ["u", "w"]


def test_a_step_that_is_not_there(ask: Ask) -> None:
    params = {"steps": ["a"], "breakdown": "event", "attribution": "step", "attribution_step": 2}
    with pytest.raises(CestaError, match="bad_step"):
        ask("funnel", params, [])


def test_links_that_differ(ask: Ask) -> None:
    log = [
        {"customer": who, "event": name, "ts": f"2024-05-06T10:0{place}:00Z", "props": {"side": side}}
        for who, side, names in (("u", "x", "ab"), ("v", "x", "ab"), ("w", "y", "ab"), ("z", "y", "ac"))
        for place, name in enumerate(names)
    ]
    gap = ask("paths", {"compare": {"property": "side", "a": "x"}}, log)["result"]["difference"]["links"]
    assert [(row["from"], row["to"], row["count"]) for row in gap] == [("a", "b", 1), ("a", "c", -1)]


def test_two_sides_count_only_those_the_question_looks_at(ask: Ask, log_of: Callable[[str], Log]) -> None:
    # v was there before the range only: that makes her no new customer, but the question is not about her
    params = {"date_from": "2024-05-07", "date_to": "2024-05-08", "compare": {"property": "side", "a": "x"}}
    assert ask("lifecycle", params, log_of("u: a 0, a 1500; v: a 0"))["customers"] == 1

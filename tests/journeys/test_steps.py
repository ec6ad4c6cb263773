"""Steps of a funnel: first times, held properties, exclusions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cesta.model.errors import CestaError

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]


def test_first_time_on_two_steps_never_converts(ask: Ask, log_of: Callable[[str], Log]) -> None:
    step = {"event": "a", "first_time": "event"}
    assert ask("funnel", {"steps": [step, step]}, log_of("u: a 0, a 1"))["result"]["counts"] == [1, 0]


def test_first_time_looks_before_the_range(ask: Ask, log_of: Callable[[str], Log]) -> None:
    params = {"steps": [{"event": "a", "first_time": "event"}], "date_from": "2024-05-07"}
    assert ask("funnel", params, log_of("u: a 0, a 1500; v: a 1500"))["result"]["counts"] == [1]


def test_a_held_property_makes_the_unit(ask: Ask) -> None:
    log = [
        {"customer": "u", "event": name, "ts": f"2024-05-06T10:0{place}:00Z", "props": {"item": item} if item else {}}
        for place, (name, item) in enumerate([("a", 1), ("a", 2), ("b", 2), ("b", 0), ("a", 0)])
    ]
    found = ask("funnel", {"steps": ["a", "b"], "hold_constant": "item"}, log)["result"]
    assert found["counts"] == [2, 1]
    assert found["customers_at"] == {"1": ["u:1", "u:2"], "2": ["u:2"]}


def test_optional_steps_have_their_own_count(ask: Ask, log_of: Callable[[str], Log]) -> None:
    steps = ["a", {"event": "b", "optional": True}, "c"]
    found = ask("funnel", {"steps": steps}, log_of("u: a 0, c 5; v: a 0, b 2, c 9; w: a 0, b 1"))["result"]
    assert found["counts"] == [3, 2, 2]
    assert found["avg_seconds"] == [None, None, 420]


def test_too_many_steps(ask: Ask) -> None:
    with pytest.raises(CestaError, match="bad_step"):
        ask("funnel", {"steps": ["a"] * 61}, [])


@pytest.mark.parametrize("wrong", [{"first_time": "often"}, {"optional": "yes"}, {"where": 5}])
def test_bad_parts_of_a_step(ask: Ask, wrong: dict[str, Any]) -> None:
    with pytest.raises(CestaError, match="bad_value"):
        ask("funnel", {"steps": ["a", {"event": "b"} | wrong]}, [])


def test_first_time_of_any_event_is_the_first_of_all(ask: Ask, log_of: Callable[[str], Log]) -> None:
    steps = [{"first_time": "event"}, "b"]
    found = ask("funnel", {"steps": steps, "window": "5m"}, log_of("u: a 0, b 3; v: a 0, a 9, b 10; w: b 1"))["result"]
    assert found["counts"] == [3, 1]


def test_first_time_of_one_of_several_must_be_matching(ask: Ask) -> None:
    with pytest.raises(CestaError, match="bad_value"):
        ask("funnel", {"steps": [{"any": ["a", "b"], "first_time": "event"}]}, [])

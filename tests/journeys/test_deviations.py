"""Deviations as answers tell them: in order, with the goal, and with those who stand behind each number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Ask = Callable[..., dict[str, Any]]
LogOf = Callable[[str], list[dict[str, Any]]]
PARAMS = {"model": {"sequence": ["a", "b", {"step": "c", "within": "5m"}]}, "goal": "buy"}
LOG = "u: a 0, b 1, c 2, buy 3; v: a 0, b 1, c 9, buy 10; w: a 0, b 1, c 9; x: a 0, c 9, buy 10; y: a 0, b 1, c 2, c 3"


def test_late_stands_beside_the_others(ask: Ask, log_of: LogOf) -> None:
    found = ask("conformance", PARAMS, log_of(LOG))["result"]
    told = [[row[key] for key in ("kind", "step", "customers", "share")] for row in found["deviations"]]
    assert told == [["late", "c", 2, 0.4], ["missing", "b", 1, 0.2], ["repeated", "c", 1, 0.2]]
    rates = [(row["goal_rate"], row["goal_rate_without"]) for row in found["deviations"]]
    assert rates == [(0.5, 2 / 3), (1, 0.5), (0, 0.75)]
    # what comes late costs no fitness
    assert found["per_customer"]["v"]["fitness"] == 1


def test_who_stands_behind_each_number(ask: Ask, log_of: LogOf) -> None:
    def behind(place: int, key: str) -> list[str]:
        asked = ask("conformance", PARAMS, log_of(LOG), behind=f"/deviations/{place}/{key}")
        customers: list[str] = asked["result"]["customers"]
        return customers

    assert [behind(0, key) for key in ("customers", "goal_rate", "goal_rate_without")] == [
        ["v", "w"],
        ["v"],
        ["u", "x"],
    ]
    assert [behind(1, key) for key in ("share", "goal_rate_without")] == [["x"], ["u", "v"]]


def test_without_a_limit_nothing_is_late(ask: Ask, log_of: LogOf) -> None:
    found = ask("conformance", {"model": {"sequence": ["a", "b", "c"]}}, log_of(LOG))["result"]
    assert [row["kind"] for row in found["deviations"]] == ["extra", "missing", "repeated"]

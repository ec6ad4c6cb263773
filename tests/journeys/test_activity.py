"""Life cycles and stickiness against sets of hours."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
BEGIN = 1_714_953_600
PLAIN = settings(deadline=None, max_examples=60)


def test_life_cycle(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        dates = {"date_from": "2024-05-06T02:00:00Z", "date_to": "2024-05-06T04:59:59Z"}
        found = ask("lifecycle", {"interval": "hour", **dates}, log)["result"]
        people = [{(at - BEGIN) // 3600 for _, at in events} for events in by_customer(log).values()]
        for place, hour in enumerate((2, 3, 4)):
            here = [hours for hours in people if hour in hours]
            assert found["new"][place] == sum(min(hours) == hour for hours in here)
            assert found["returning"][place] == sum(hour - 1 in hours for hours in here)
            assert found["resurrecting"][place] == sum(min(hours) < hour and hour - 1 not in hours for hours in here)
            assert found["dormant"][place] == -sum(hour - 1 in hours and hour not in hours for hours in people)

    check()


def test_stickiness(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs, together=st.integers(1, 3))
    def check(log: Log, together: int) -> None:
        params = {"interval": "hour", "date_from": "2024-05-06", "date_to": "2024-05-06", "interval_count": together}
        found = ask("stickiness", params, log)["result"]["counts"]
        people = [{(at - BEGIN) // 3600 // together for _, at in events} for events in by_customer(log).values()]
        assert found == [sum(len(hours) == k for hours in people) for k in range(1, 24 // together + 1)]

    check()


def test_flags(ask: Ask, log_of: Callable[[str], Log]) -> None:
    found = ask("retention_flags", {"conditions": ["a", "b"]}, log_of("u: b 0, a 1; v: b 0; w: a 0"))["result"]
    assert found == {"sums": [2, 1], "flags": {"u": [True, True], "v": [False, False], "w": [True, False]}}

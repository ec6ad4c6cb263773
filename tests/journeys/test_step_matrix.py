"""Step matrices against lists of names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
PLAIN = settings(deadline=None, max_examples=60)


def test_from_the_start(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        shares = ask("step_matrix", {"max_steps": 3}, log)["result"]["shares"]
        people = by_customer(log).values()
        lines = [["path_start", *(name for name, _ in events), *["path_end"] * 4] for events in people]
        for place in range(4):
            counted = Counter(line[place] for line in lines)
            told = {name: row[place] for name, row in shares.items() if row[place]}
            assert told == pytest.approx({name: n / len(lines) for name, n in counted.items()})

    check()


def test_around_an_event(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("step_matrix", {"centre": "b", "before": 2, "after": 2}, log)["result"]
        lines = [[name for name, _ in events] for events in by_customer(log).values()]
        lines = [["path_start"] * 2 + line + ["path_end"] * 2 for line in lines if "b" in line]
        for side, sign in (("before", -1), ("after", 1)):
            for distance in (1, 2):
                counted = Counter(line[line.index("b") + sign * distance] for line in lines)
                wanted = {name: n / len(lines) for name, n in counted.items()}
                assert found[side][distance - 1] == pytest.approx(wanted)

    check()

"""Transitions against counting neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


def test_every_weight(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None, max_examples=60)
    @given(log=logs)
    def check(log: Log) -> None:
        people = by_customer(log)
        count: Counter[tuple[str, str]] = Counter()
        for events in people.values():
            count.update(pairwise(["path_start", *(name for name, _ in events), "path_end"]))
        out: Counter[str] = Counter()
        into: Counter[str] = Counter()
        for (a, b), n in count.items():
            out[a] += n
            into[b] += n
        whole: dict[str, Callable[[str, str], int]] = {
            "count": lambda _a, _b: 1,
            "probability_out": lambda a, _b: out[a],
            "probability_in": lambda _a, b: into[b],
            "share_of_total": lambda _a, _b: sum(count.values()),
            "average_per_path": lambda _a, _b: len(people),
        }
        for weight, divisor in whole.items():
            matrix = ask("transitions", {"weight": weight}, log)["result"]["matrix"]
            assert {(a, b) for a in matrix for b in matrix[a]} == set(count)
            for (a, b), n in count.items():
                assert matrix[a][b] == pytest.approx(n / divisor(a, b))

    check()


def test_the_interval_of_a_count_of_customers_is_wilsons(ask: Ask, log_of: Callable[[str], Log]) -> None:
    about = ask("transitions", {}, log_of("u: a 0; v: a 0; w: b 0"), about=True)["about"]["/matrix/path_start/a"]
    assert (about["n"], about["of"]) == (2, 3)
    assert (round(about["low"], 3), round(about["high"], 3)) == (0.623, 2.816)


def test_the_difference_of_two_groups(ask: Ask) -> None:
    log = [
        {"customer": who, "event": "buy", "ts": "2024-05-06T10:00:00Z", "props": {"country": country}}
        for who, country in (("ann", "US"), ("bob", "US"), ("eva", "UK"), ("jan", "PL"))
    ]
    compare = {"property": "country", "a": "US", "b": "UK"}
    found = ask("transitions", {"compare": compare}, log, about=True)
    assert found["result"]["difference"] == {"matrix": {"path_start": {"buy": 1}, "buy": {"path_end": 1}}}
    told = found["about"]["/difference/matrix/buy/path_end"]
    assert told["low"] <= 1 <= told["high"]
    pointer = "/difference/matrix/buy/path_end"
    behind = ask("transitions", {"compare": compare}, log, behind=pointer)["result"]
    assert behind == {"customers": ["ann", "bob", "eva"], "total": 3}

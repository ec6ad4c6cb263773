"""What stands behind the time of a link: who, how many, how sure."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable
from itertools import combinations, pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

Ask = Callable[..., dict[str, Any]]
Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]
PLAIN = settings(deadline=None, max_examples=30)


def test_neighbours(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("dfg", {}, log, about=True)
        who: dict[tuple[str, str], dict[str, list[int]]] = {}
        for one, events in by_customer(log).items():
            for (a, at), (b, after) in pairwise(events):
                who.setdefault((a, b), {}).setdefault(one, []).append(after - at)
        for (a, b), gaps in who.items():
            for key in ("mean", "median", "sum", "min", "max"):
                pointer = f"/link_seconds/{a}/{b}/{key}"
                told, value = found["about"][pointer], found["result"]["link_seconds"][a][b][key]
                pick = {"min": min, "max": max}.get(key)
                wanted = [one for one, own in gaps.items() if pick is None or value in own]
                assert ask("dfg", {}, log, behind=pointer)["result"]["customers"] == wanted
                assert told["n"] == len(wanted)
                assert told["low"] - 1e-6 <= value <= told["high"] + 1e-6

    check()


def test_any_distance(ask: Ask, logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @PLAIN
    @given(log=logs)
    def check(log: Log) -> None:
        found = ask("temporal_profile", {}, log, about=True)
        who: dict[tuple[str, str], dict[str, list[int]]] = {}
        for one, events in by_customer(log).items():
            for (a, at), (b, after) in combinations(events, 2):
                who.setdefault((a, b), {}).setdefault(one, []).append(after - at)
        for (a, b), gaps in who.items():
            for key in ("mean", "stdev"):
                pointer = f"/pairs/{a}/{b}/{key}"
                told, value = found["about"][pointer], found["result"]["pairs"][a][b][key]
                assert ask("temporal_profile", {}, log, behind=pointer)["result"]["customers"] == list(gaps)
                assert told["n"] == len(gaps)
                assert told["low"] - 1e-3 <= value <= told["high"] + 1e-3

    check()


def test_customers_with_one_pair_each_have_the_interval_of_their_times(ask: Ask, log_of: Callable[[str], Log]) -> None:
    log = log_of("ann: a 0, b 10; bob: a 0, b 20; eva: a 0, b 60")
    about = ask("temporal_profile", {}, log, about=True)["about"]["/pairs/a/b/mean"]
    times = [600, 1200, 3600]
    half = 4.302653 * statistics.stdev(times) / math.sqrt(3)
    assert (about["low"], about["high"]) == pytest.approx((1800 - half, 1800 + half), rel=1e-5)

"""Traits against counters and sets of plain names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.journeys.own_events import own_columns
from cesta.journeys.traits import Traits, doublings, traits_of
from cesta.journeys.units import Asked, by_stretch

Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


def traits(log: Log, most: int = 2000) -> Traits:
    columns = own_columns(log, {})
    asked = Asked(columns, np.ones(len(log), np.bool_))
    return traits_of(by_stretch(asked, (None, None), None), most)


def plain(names: list[str]) -> set[tuple[object, int]]:
    counts: Counter[object] = Counter(names)
    counts.update(pairwise(names))
    return {(thing, 2**level) for thing, count in counts.items() for level in range(9) if count >= 2**level}


@pytest.mark.parametrize(("count", "level"), [(0, 0), (1, 1), (2, 2), (3, 2), (4, 3), (7, 3), (8, 4), (1023, 10)])
def test_doublings(count: int, level: int) -> None:
    assert doublings(np.array([count])).tolist() == [level]


def test_units_share_what_they_both_do(logs: st.SearchStrategy[Log], by_customer: Sort) -> None:
    @settings(deadline=None)
    @given(log=logs)
    def check(log: Log) -> None:
        sets = [plain([name for name, _ in events]) for events in by_customer(log).values()]
        found = traits(log)
        table = found.table(np.arange(len(sets)))
        assert found.many == len(set().union(*sets))
        assert (table @ table.T).tolist() == [[len(one & other) for other in sets] for one in sets]

    check()


def test_only_what_most_share_is_kept(log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1, b 2; v: a 0, c 1; w: a 0, c 1")
    assert traits(log).table(np.arange(3)).sum(axis=1).tolist() == [5, 3, 3]
    # "a" three times; "c" and "a then c" twice; all others once
    assert [traits(log, most).many for most in (6, 5, 3, 2)] == [3, 3, 3, 1]
    assert traits(log, 3).table(np.arange(3)).sum(axis=1).tolist() == [1, 3, 3]

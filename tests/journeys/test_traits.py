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
from numpy.typing import NDArray

from cesta.journeys.own_events import own_columns
from cesta.journeys.traits import doublings, traits_of
from cesta.journeys.units import Asked, by_stretch
from cesta.kernels.variants import variants_of

Log = list[dict[str, Any]]
Sort = Callable[[Log], dict[str, list[tuple[str, int]]]]


def traits(log: Log, most: int = 2000) -> NDArray[np.float32]:
    """The table of traits, customer by customer."""
    columns = own_columns(log, {})
    at, there = by_stretch(Asked(columns), (None, None), None).stretches, np.ones(len(columns.names) + 1, np.bool_)
    found = variants_of(at.codes, at.begins, at.ends, there)
    return traits_of(found, len(columns.names), most).table(found.of_unit)


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
        table = traits(log)
        assert table.shape[1] == len(set().union(*sets))
        assert (table @ table.T).tolist() == [[len(one & other) for other in sets] for one in sets]

    check()


def test_only_what_most_share_is_kept(log_of: Callable[[str], Log]) -> None:
    log = log_of("u: a 0, b 1, b 2; v: a 0, c 1; w: a 0, c 1")
    assert traits(log).sum(axis=1).tolist() == [5, 3, 3]
    # "a" three times; "c" and "a then c" twice; all others once
    assert [traits(log, most).shape[1] for most in (6, 5, 3, 2)] == [3, 3, 3, 1]
    assert traits(log, 3).sum(axis=1).tolist() == [1, 3, 3]

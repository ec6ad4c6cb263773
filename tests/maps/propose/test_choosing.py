"""Which kinds are drawn: what tells much is kept, nothing is lost without a reason, all fits on one screen."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.maps.propose.choosing import LEAST, MOST_STOPS, WIDTH, chosen, fitted
from cesta.maps.propose.kinds import Kind
from cesta.maps.propose.meanings import is_technical, meaning_of
from cesta.maps.propose.order import Ways


def kind_of(name: str) -> Kind:
    meaning = meaning_of(name)
    return Kind((name,), name, meaning, meaning.stage if meaning else None, is_technical(name))


def ways_of(reached: list[int], journeys: int) -> Ways:
    none, table = np.zeros(len(reached), dtype=np.int64), np.zeros((len(reached), len(reached)))
    return Ways(table, table, np.array(reached), none, none, none.astype(np.float64), journeys)


def test_reasons() -> None:
    kinds = [kind_of(name) for name in ("home", "heartbeat", "qqq", "payment_error")]
    found = chosen(kinds, ways_of([900, 900, 5, 5], 1000))
    assert found.shown == [0, 3]
    assert found.left == {1: "technical", 2: "rare"}


def test_if_nothing_else_is_there_machinery_is_drawn() -> None:
    assert chosen([kind_of("heartbeat")], ways_of([9], 9)).shown == [0]


@given(st.lists(st.integers(0, 200), min_size=1, max_size=60))
def test_each_kind_is_drawn_or_has_a_reason(reached: list[int]) -> None:
    found = chosen([kind_of(f"qq{place}q") for place in range(len(reached))], ways_of(reached, 200))
    assert sorted([*found.shown, *found.left]) == list(range(len(reached)))
    assert 1 <= len(found.shown) <= MOST_STOPS


@given(st.lists(st.integers(1, 7), min_size=1, max_size=7))
def test_what_is_fitted_fits(sizes: list[int]) -> None:
    edges = np.cumsum([0, *sizes]).tolist()
    stages = [list(range(begin, end)) for begin, end in pairwise(edges)]
    kept, gone = fitted(stages, {place: 1 / (1 + place) for place in range(edges[-1])})
    assert sum(max(LEAST, len(stage)) for stage in kept) <= WIDTH
    assert all(kept)
    assert sorted([*gone, *(place for stage in kept for place in stage)]) == list(range(edges[-1]))

"""Sequences told apart against a dictionary of tuples."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.kernels.variants import variants_of

KEPT = np.array([True, True, False])


@settings(deadline=None)
@given(journeys=st.lists(st.lists(st.integers(0, 2), max_size=4), max_size=8))
def test_equal_journeys_have_one_number(journeys: list[list[int]]) -> None:
    edges = np.cumsum([0, *map(len, journeys)])
    codes = np.array([code for journey in journeys for code in journey], np.uint8)
    found = variants_of(codes, edges[:-1], edges[1:], KEPT)
    wanted = [tuple(code for code in journey if KEPT[code]) for journey in journeys]
    met = list(dict.fromkeys(wanted))
    cut = [found.codes[a:b] for a, b in zip(found.offsets[:-1], found.offsets[1:], strict=True)]
    assert [tuple(one.tolist()) for one in cut] == met
    assert [met[number] for number in found.of_unit.tolist()] == wanted
    assert [wanted.index(one) for one in met] == found.first.tolist()
    assert [Counter(wanted)[one] for one in met] == found.counts.tolist()


def test_more_sequences_than_the_first_table_holds() -> None:
    codes = np.array([[n // 100, n % 100] for n in range(9_000)], np.uint8).ravel()
    edges = np.arange(0, 18_001, 2)
    found = variants_of(codes, edges[:-1], edges[1:], np.ones(256, np.bool_))
    assert found.of_unit.tolist() == list(range(9_000))
    assert np.array_equal(found.codes, codes)

"""Counting keys as they come agrees with counting them by hand."""

from __future__ import annotations

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.occurrences import Occurrences, warm

batches = st.lists(st.lists(st.integers(1, 2**64 - 1) | st.integers(1, 5) | st.just(1 << 40), max_size=20), max_size=6)


@given(batches)
def test_each_key_is_counted_over_all_batches(given_batches: list[list[int]]) -> None:
    counted, seen = Counter[int](), Occurrences()
    for keys in given_batches:
        expected = []
        for key in keys:
            counted[key] += 1
            expected.append(counted[key])
        assert seen.add(np.array(keys, np.uint64)).tolist() == expected


def test_many_keys_outgrow_their_place() -> None:
    seen = Occurrences()
    keys = np.arange(1, 50_000, dtype=np.uint64) << np.uint64(20)
    assert set(seen.add(keys).tolist()) == {1}
    assert set(seen.add(keys[::-1].copy()).tolist()) == {2}


def test_warm_compiles() -> None:
    warm()

"""A difference of two shares is as sure as Newcombe says; turning both around turns the answer around."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.kernels.differences import difference
from cesta.kernels.intervals import newcombe, wilson

counts = st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_of_shares_it_is_newcombes(one: tuple[int, int], other: tuple[int, int]) -> None:
    (k1, n1), (k2, n2) = one, other
    first, second = (k1 / n1, *wilson(k1, n1)), (k2 / n2, *wilson(k2, n2))
    gap, low, high = difference(first, second)
    assert (low, high) == pytest.approx(newcombe(k1, n1, k2, n2), abs=1e-12)
    back = difference(second, first)
    assert back == pytest.approx((-gap, -high, -low), abs=1e-12)

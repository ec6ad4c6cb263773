"""The river: what falls, drifts and stays adds up to what came, and its lower edge says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.exchange.picture.river import Bed, river
from cesta.exchange.picture.shapes import RIVER, Path

PARTS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=6)


@given(PARTS, st.integers(0, 100))
def test_nothing_appears_or_vanishes(parts: list[tuple[int, int, int]], stay: int) -> None:
    start = stay + sum(map(sum, parts))
    bed = Bed([50.0 + 60 * place for place in range(len(parts))], 60.0 * len(parts) + 60, 100, 1.0, 60)
    lost, still, done = zip(*parts, strict=True)
    found = river(bed, start, lost, still, done, 0)
    assert found.left == stay
    assert len(found.streams) == sum(n > 0 for n in lost)
    water = found.shapes[-1]
    assert isinstance(water, Path)
    assert water.fill == RIVER
    depths = [values[1] - bed.y for _, values in water.commands if values]
    assert max(depths) == pytest.approx(start)
    assert any(depth == pytest.approx(stay) for depth in depths)

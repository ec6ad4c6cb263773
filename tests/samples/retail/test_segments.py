"""Segments keep their shares; moved apart they stay chances, moved together they become alike."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.samples.retail.customers import people
from cesta.samples.retail.segments import CATEGORIES, DEVICES, SEGMENTS, SOURCES, amounts, chances, spreads


def test_shares_and_habits_add_up() -> None:
    assert sum(segment.share for segment in SEGMENTS) == pytest.approx(1)
    for segment in SEGMENTS:
        for habit, kinds in ((segment.device, DEVICES), (segment.source, SOURCES), (segment.category, CATEGORIES)):
            assert len(habit) == len(kinds)
            assert sum(habit) == pytest.approx(1)


@given(st.floats(0, 4))
def test_moved_apart_they_stay_what_they_are(apart: float) -> None:
    buys = chances(lambda segment: segment.buys, apart)
    assert ((buys > 0) & (buys < 1)).all()
    assert np.allclose(spreads(lambda segment: segment.source, apart).sum(axis=1), 1)
    assert (amounts(lambda segment: segment.gap_days, apart) > 0).all()


def test_one_is_as_written_and_zero_makes_all_alike() -> None:
    assert np.allclose(chances(lambda segment: segment.buys, 1), [segment.buys for segment in SEGMENTS])
    assert np.ptp(chances(lambda segment: segment.buys, 0)) == pytest.approx(0)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_customers_are_of_each_segment_as_often_as_its_share(seed: int) -> None:
    found = np.bincount(people(seed, 0, 20_000, "mixed").segment, minlength=len(SEGMENTS)) / 20_000
    for share, segment in zip(found, SEGMENTS, strict=True):
        assert abs(share - segment.share) < 3.5 * np.sqrt(segment.share * (1 - segment.share) / 20_000)

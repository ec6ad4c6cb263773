"""Contrasts: what strata mean, how sure they are, and that no effect is hardly ever called one."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.maps.barriers.compared import NOTHING, contrast, kept


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_within_strata_it_is_mantel_and_haenszels_difference(seed: int) -> None:
    rng = np.random.default_rng(seed)
    strata, exposed, happened = rng.integers(0, 6, 60), rng.random(60) < 0.4, rng.random(60) < 0.5
    pulls = weights = 0.0
    for stratum in range(6):
        here = strata == stratum
        n1, n0 = (here & exposed).sum(), (here & ~exposed).sum()
        if n1 and n0:
            pulls += ((here & exposed & happened).sum() * n0 - (here & ~exposed & happened).sum() * n1) / (n1 + n0)
            weights += n1 * n0 / (n1 + n0)
    found = contrast(exposed, happened, strata, np.arange(60))
    assert found.difference == pytest.approx(pulls / weights)
    assert found.weight == pytest.approx(weights)
    assert found.low <= found.difference <= found.high


def test_what_differs_between_customers_only_is_no_difference() -> None:
    """Some customers are always exposed more often and always fare worse, exposed or not."""
    rng = np.random.default_rng(5)
    customer = np.repeat(np.arange(400), 10)
    careless = (customer < 200) * 0.5
    exposed, bad = rng.random(4000) < 0.2 + careless, rng.random(4000) < 0.2 + careless
    nobody = np.zeros(4000, np.int64)
    assert contrast(exposed, bad, nobody, customer).difference > 0.15
    assert abs(contrast(exposed, bad, customer, customer).difference) < 0.04


def test_no_effect_is_called_one_as_often_as_promised() -> None:
    rng = np.random.default_rng(7)
    customer = np.repeat(np.arange(150), 6)
    surely = 0
    for _ in range(400):
        own = np.repeat(rng.random(150), 6)
        exposed, bad = rng.random(900) < 0.3, rng.random(900) < own
        surely += abs(contrast(exposed, bad, customer, customer).z) > 1.96
    assert 0.02 * 400 <= surely <= 0.08 * 400


def test_with_nothing_to_compare_there_is_nothing() -> None:
    yes = np.ones(3, np.bool_)
    assert contrast(yes, yes, np.arange(3), np.arange(3)) == NOTHING
    assert contrast(yes[:0], yes[:0], np.arange(0), np.arange(0)) == NOTHING


def test_chances_are_judged_together() -> None:
    assert kept(np.array([0.04, 0.03, 0.9, 0.02]), 0.05).tolist() == [False, False, False, False]
    assert kept(np.array([0.03, 0.001]), 0.05).tolist() == [True, True]
    assert kept(np.zeros(0), 0.05).tolist() == []

"""The oracle is honest: sure at noise 0, below 0.9 at noise 2, and right as often as it says."""

from __future__ import annotations

import numpy as np
import pytest

from cesta.samples.retail.events import Walker, World
from cesta.samples.retail.oracle import area, before_cart, occasions, of_purchase, score
from cesta.samples.retail.rules import rules


def test_it_is_nearly_sure_at_noise_0() -> None:
    found = score(World(seed=5, noise=0))
    assert found.segment > 0.95
    assert found.conversion > 0.93


@pytest.mark.parametrize("seed", [5, 6])
def test_at_noise_2_nobody_can_be_sure(seed: int) -> None:
    found = score(World(seed=seed, noise=2))
    assert 0.24 < found.segment < 0.9
    assert 0.5 < found.conversion < 0.9


@pytest.mark.parametrize("noise", [0, 1, 2])
def test_what_it_calls_likely_happens_as_often_as_it_says(noise: int) -> None:
    world = World(seed=12, noise=noise)
    known, found = rules(noise, world.plants), occasions(Walker(world).block(0, 2000))
    predicted = of_purchase(known, found, before_cart(known, found))
    happened = found.bought[found.online]
    for low, high in ((0, 0.2), (0.2, 0.4), (0.4, 1)):
        some = (predicted >= low) & (predicted < high)
        if some.sum() > 50:
            error = np.sqrt((predicted[some] * (1 - predicted[some])).sum()) / some.sum()
            # Lives that end with the calendar, or are as long as lives can be, miss some purchases.
            assert -0.05 - 3.5 * error < happened[some].mean() - predicted[some].mean() < 3.5 * error


def test_the_area_agrees_with_counting_pairs() -> None:
    random = np.random.default_rng(1)
    predicted, happened = random.integers(0, 5, 60) / 5, random.random(60) < 0.4
    pairs = [(yes > no) + (yes == no) / 2 for yes in predicted[happened] for no in predicted[~happened]]
    assert area(predicted, happened) == pytest.approx(np.mean(pairs))

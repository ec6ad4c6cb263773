"""Numbers as answers tell them."""

from __future__ import annotations

import numpy as np

from cesta.journeys.facts import mean, median, no_fact, ratio, seconds, tidy


def test_whole_numbers_lose_their_fraction() -> None:
    assert [repr(tidy(number)) for number in (2.0, 2.5, None)] == ["2", "2.5", "None"]
    assert repr(ratio(4, 2)) == "2"
    assert ratio(1, 0) is None


def test_nobody_has_no_mean() -> None:
    nobody = np.zeros(0)
    assert mean(nobody) is None
    assert median(nobody) is None
    assert seconds(np.array([1_500_000])).tolist() == [1.5]
    assert no_fact(("a",)) is None

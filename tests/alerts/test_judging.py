"""Numbers are held against limits, against before, and against what is usual; chance alone seldom rings."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cesta.alerts.judging import against_before, against_limits, against_usual, usual_range

numbers = st.floats(-1e6, 1e6)


@given(numbers, numbers, numbers)
def test_limits(value: float, below: float, above: float) -> None:
    why = against_limits(value, below, above).why
    assert why == ("below" if value < below else "above" if value > above else "")


@given(st.floats(0.1, 1e6), st.floats(0.1, 1e6), st.floats(0.01, 0.9))
def test_a_fall_is_a_share_of_what_it_was(value: float, before: float, by: float) -> None:
    fell = against_before(value, before, by, None, clear=True)
    assert (fell.why == "falls_by") == ((value - before) / before <= -by)
    assert against_before(value, before, by, by, clear=False).why == ""


@given(st.lists(numbers, min_size=5, max_size=12))
def test_what_is_usual_holds_their_mean(values: list[float]) -> None:
    usual = usual_range(values)
    assert usual is not None
    mean = sum(values) / len(values)
    assert usual[0] - 1e-6 <= mean <= usual[1] + 1e-6
    assert against_usual(mean, values, "both").why == ""


def test_chance_alone_rings_about_as_seldom_as_promised() -> None:
    draws = np.random.default_rng(7).normal(100, 15, (4000, 9))
    rung = sum(against_usual(row[0], list(row[1:]), "both").why != "" for row in draws.tolist())
    assert 0.002 < rung / 4000 < 0.009
    assert usual_range([1, 2, 3]) is None


def test_one_side_alone() -> None:
    weeks = [10.0, 12, 11, 9, 10, 11]
    assert [against_usual(2, weeks, side).why for side in ("low", "high")] == ["unusual", ""]
    assert [against_usual(30, weeks, side).why for side in ("low", "high")] == ["", "unusual"]

"""Themes over time: a rise is told when it is too much for chance, and never for the way the texts came."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.model.errors import CestaError
from cesta.voice.themes_past import month_of, risen, so_many


@settings(max_examples=30)
@given(st.integers(1, 8), st.data())
def test_the_chance_is_what_counting_every_draw_gives(whole: int, data: st.DataObject) -> None:
    marked, drawn = data.draw(st.integers(0, whole)), data.draw(st.integers(0, whole))
    found = data.draw(st.integers(0, min(marked, drawn)))
    draws = [sum(one < marked for one in draw) >= found for draw in combinations(range(whole), drawn)]
    assert so_many(found, drawn, marked, whole) == pytest.approx(sum(draws) / len(draws))


def test_a_theme_that_was_not_there_before_is_new() -> None:
    months = ["2026-01"] * 100 + ["2026-02"] * 50
    is_in = [False] * 100 + [at < 12 for at in range(50)]
    rise = risen(months, is_in, 10)
    assert rise is not None
    assert (rise.month, rise.share, rise.before, rise.new) == ("2026-02", 0.24, 0.0, True)
    assert rise.chance < 0.001


@pytest.mark.parametrize(
    ("months", "is_in"),
    [
        ([], []),
        ([None] * 20, [True] * 20),
        (["2026-01"] * 20, [True] * 20),
        (["2026-01"] * 50 + ["2026-02"] * 50, [at % 5 == 0 for at in range(100)]),
        (["2026-01"] * 50 + ["2026-02"] * 50, [at < 25 for at in range(100)]),
    ],
    ids=["no texts", "no times", "one month", "as before", "fallen"],
)
def test_nothing_has_risen(months: Sequence[str | None], is_in: list[bool]) -> None:
    assert risen(months, is_in, 3) is None


def test_what_is_no_time_is_told() -> None:
    with pytest.raises(CestaError, match="last Friday"):
        month_of("last Friday")

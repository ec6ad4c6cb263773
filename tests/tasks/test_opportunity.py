"""What an opportunity's scores come to, worked by hand."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.store.documents import Document
from cesta.tasks.opportunity import Opportunity, as_opportunity, ulwick

tens = st.floats(0, 10)


def told(**fields: Any) -> Opportunity:
    data = {"cesta": "opportunity/1", "id": "x", "title": "X", **fields}
    return as_opportunity(Document(Path("x.yaml"), "", data, data))


def test_value_need_and_gain() -> None:
    found = told(
        customer_value=0.8, business_value=0.6, effort=2, importance=9, satisfaction=3,
        roi={"reached": 1000, "uplift": [0.05, 0.02, 0.03], "value": 100, "margin": 0.5, "cost": 1200},
    )  # fmt: skip
    assert found.complaints == ()
    assert found.value == pytest.approx(0.7)
    assert (found.effort, found.score, found.need, found.status) == (2, 15, "major", "idea")
    gain = found.gain
    assert gain is not None
    assert (gain.low, gain.likely, gain.high) == pytest.approx((-200, 300, 1300))
    assert gain.months == pytest.approx(1200 / 125)


@given(tens, tens)
def test_what_satisfies_is_worth_no_more_than_it_matters(importance: float, satisfaction: float) -> None:
    score = ulwick(importance, satisfaction)
    assert importance <= score <= 2 * importance
    assert ulwick(importance, min(satisfaction + 1, 10)) <= score


def test_nothing_said_is_no_score_and_nonsense_is_complained_about() -> None:
    bare = told()
    assert (bare.value, bare.score, bare.gain) == (None, None, None)
    assert told(roi={"reached": 10, "uplift": [], "value": 5}).gain is None
    assert told(business_value=0.4).value == 0.4
    wrong = told(effort=9, importance="high")
    assert sorted(complaint.pointer for complaint in wrong.complaints) == ["/effort", "/importance"]
    assert wrong.effort is None

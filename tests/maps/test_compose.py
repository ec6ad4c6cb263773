"""The whole view: periods, the period before, people or journeys, review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from cesta.maps.compose import Picked, compose

STORY = """-- periods
start: visit
end: after 1d
goal: pay
stages: look = visit; pay = pay
ann: visit 0d, pay 0d, visit 12d, pay 12d
bob: visit 1d, visit 13d
cid: sleep 19d
"""


def test_the_period_before_has_the_same_length(case_from: Callable[[str], Any]) -> None:
    ground = case_from(STORY).ground()
    view = compose(ground, Picked(date_from="1970-01-11", date_to="1970-01-20"), date(1970, 1, 20)).view
    assert view.goal is not None
    assert (view.goal.rate.n, view.goal.rate.of) == (1, 2)
    assert view.goal.previous is not None
    assert (view.goal.previous.n, view.goal.previous.of) == (1, 2)
    # before the first event nobody was watching
    early = compose(ground, Picked(date_from="1970-01-05", date_to="1970-01-20"), date(1970, 1, 20)).view
    assert early.goal is not None
    assert early.goal.previous is None


def test_people_are_said_only_where_they_are_the_journeys(case_from: Callable[[str], Any]) -> None:
    ground = case_from(STORY).ground()
    whole = compose(ground, Picked(), date(1970, 1, 1)).view
    assert (whole.journeys.n, whole.people.n, whole.counts) == (4, 2, "journeys")
    assert (whole.date_from, whole.date_to) == ("1970-01-01", "1970-01-20")
    half = compose(ground, Picked(date_to="1970-01-05"), date(1970, 1, 1)).view
    assert (half.journeys.n, half.people.n, half.counts) == (2, 2, "people")

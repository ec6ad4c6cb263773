"""Touchpoint numbers beyond the worked cases: ways in and out, and what should follow."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from cesta.journeys.where import read_condition
from cesta.maps.bind import view
from cesta.maps.stops import rule_text
from cesta.store.workspace import Workspace

STORY = """-- ways
start: visit
end: after 9d
goal: pay
stages: look = visit, see; pay = pay
ann: visit 0d, see 1d, see 2d, visit 3d, see 4d, pay 5d
bob: visit 0d, sleep 20d
cid: visit 15d
"""


def test_ways_in_and_out_count_a_journey_once(case_from: Callable[[str], Any]) -> None:
    (visit, see), (pay,) = (stage.touchpoints for stage in case_from(STORY).bound().view.stages)
    # cid's journey still runs, so hers has no end yet
    assert [(step.touchpoint, step.journeys.n) for step in visit.next] == [("see", 1), (None, 1)]
    assert [(step.touchpoint, step.journeys.n) for step in visit.before] == [(None, 3), ("see", 1)]
    assert [(step.touchpoint, step.journeys.n) for step in see.next] == [("visit", 1), ("pay", 1)]
    assert [(step.touchpoint, step.journeys.n) for step in pay.next] == [(None, 1)]
    assert (see.goal_rate.value, see.goal_rate_without.value) == (1.0, 0.0)
    assert (visit.goal_rate_without.of, visit.goal_rate_without.value) == (0, None)


def test_a_target_action_has_its_rate(shop: Workspace) -> None:
    found = view(shop, "buy").stages[0].touchpoints[0].target_action
    assert found is not None
    assert found.text == "add_to_cart"
    assert found.at_least == 0.5
    assert found.rate.of is not None
    assert 0 < found.rate.n < found.rate.of


def test_a_rule_in_words() -> None:
    assert rule_text(read_condition({"event": "a", "where": {"b": 1}})) == "a where b = 1"
    assert rule_text(read_condition({"any": ["a", {"event": "b", "where": "c > 2"}]})) == "(a) or (b where c > 2)"
    assert rule_text(read_condition({})) == "every event"

"""Whoever was shown any survey is left in peace for a while, by each of her ids."""

from __future__ import annotations

from cesta.model.event import Event
from cesta.store.columns import from_events
from cesta.surveys.quiet import last_shown, left_in_peace


def test_the_last_one_of_any_survey_counts() -> None:
    columns = from_events(
        [
            Event("web", "1", "ann", "survey_shown", 5, {"survey": "a"}),
            Event("web", "2", "ann", "survey_shown", 7, {"survey": "b"}),
            Event("web", "3", "ann", "visit", 9),
            Event("web", "4", "bob", "visit", 9),
        ]
    )
    assert last_shown(columns, ["bob", "ann", "nobody"]) == 7
    assert last_shown(columns, ["bob"]) is None
    assert last_shown(from_events([Event("web", "4", "bob", "visit", 9)]), ["bob"]) is None


def test_without_one_there_is_nothing_to_wait_for() -> None:
    assert not left_in_peace({"quiet": 60}, None, 0)

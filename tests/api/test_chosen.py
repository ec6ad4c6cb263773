"""The reader's choice goes to the map under its own names."""

from __future__ import annotations

from cesta.api.chosen import Chosen


def test_a_choice_is_handed_on() -> None:
    made = Chosen("loyal", "2017-01-01", "2017-12-31")
    assert made.as_arguments() == {"segment": "loyal", "date_from": "2017-01-01", "date_to": "2017-12-31"}

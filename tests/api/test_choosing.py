"""What the query string says becomes the reader's choice."""

from __future__ import annotations

from cesta.api.choosing import chosen
from cesta.api.chosen import Chosen


def test_a_choice_is_read() -> None:
    assert chosen("loyal", "2017-01-01", "2017-12-31") == Chosen("loyal", "2017-01-01", "2017-12-31")
    assert chosen() == Chosen()

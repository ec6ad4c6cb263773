"""A plan begins empty."""

from __future__ import annotations

from cesta.ingest.guess.plan import Plan


def test_nothing_is_planned_before_a_look() -> None:
    assert (Plan().events, Plan().questions) == ((), ())

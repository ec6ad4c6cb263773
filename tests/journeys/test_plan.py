"""Higher layers may add analyses of their own."""

from __future__ import annotations

from cesta.journeys.answer import answer
from cesta.journeys.facts import Answer
from cesta.journeys.given import Given
from cesta.journeys.plan import Analysis, Plan
from cesta.journeys.registry import ANALYSES


def test_an_analysis_from_outside() -> None:
    def plan(given: Given) -> Plan:
        times = given.number("times", 1)
        return Plan(run=lambda journeys: Answer({"n": journeys.size * times}))

    analysis = Analysis(plan, params=frozenset({"times"}))
    events = [{"customer": who, "event": "a", "ts": "2024-05-06"} for who in "uv"]
    question = {"analysis": "size", "params": {"times": 3}, "events": events}
    found = answer(question, None, registry={**ANALYSES, "size": analysis})
    assert found["result"] == {"n": 6}

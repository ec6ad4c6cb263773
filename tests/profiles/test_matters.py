"""What is open with a customer."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.contacts import contacts_of
from cesta.model.event import Event, Value
from cesta.profiles.matters import FEW, Matter, matters
from cesta.store.columns import Columns, from_events

RULES = contacts_of(Path())


def matters_of(told: Columns) -> tuple[Matter, ...]:
    return matters(told, RULES)


def columns(*told: tuple[str, dict[str, Value]]) -> Columns:
    return from_events(Event("s", str(at), "ann", name, at * 1_000_000, says) for at, (name, says) in enumerate(told))


def test_a_complaint_waits_until_somebody_answers() -> None:
    complaint: dict[str, Value] = {"channel": "email", "topic": "delivery", "order_id": "o1", "text": "Where is it?"}
    told = matters_of(columns(("visit", {}), ("complaint", complaint)))
    assert [(one.event, one.about, one.order, one.text, one.waits) for one in told] == [
        ("complaint", "delivery", "o1", "Where is it?", True)
    ]

    def waiting(*told: tuple[str, dict[str, Value]]) -> list[bool]:
        return [one.waits for one in matters_of(columns(*told))]

    assert waiting(("complaint", complaint), ("support_answer", {})) == [False]
    assert waiting(("complaint", complaint), ("answer", {}), ("complaint", complaint)) == [True, False]
    assert waiting(("support_call", {"channel": "phone"}), ("visit", {})) == [False]


def test_the_newest_few_are_told_and_all_that_wait() -> None:
    calls: list[tuple[str, dict[str, Value]]] = [("support_call", {"channel": "phone"})] * 9
    told = matters_of(columns(("complaint", {}), *calls))
    assert [one.event for one in told] == ["support_call"] * FEW + ["complaint"]

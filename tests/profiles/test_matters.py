"""What is open with a customer, and to what she agreed."""

from __future__ import annotations

from cesta.model.event import Event, Value
from cesta.profiles.matters import FEW, Consent, consents, matters
from cesta.profiles.said import Message, said
from cesta.store.columns import Columns, from_events


def columns(*told: tuple[str, dict[str, Value]]) -> Columns:
    return from_events(Event("s", str(at), "ann", name, at * 1_000_000, says) for at, (name, says) in enumerate(told))


def test_a_complaint_waits_until_somebody_answers() -> None:
    complaint: dict[str, Value] = {"channel": "email", "topic": "delivery", "order_id": "o1", "text": "Where is it?"}
    told = matters(columns(("visit", {}), ("complaint", complaint)))
    assert [(one.event, one.about, one.order, one.text, one.waits) for one in told] == [
        ("complaint", "delivery", "o1", "Where is it?", True)
    ]

    def waiting(*told: tuple[str, dict[str, Value]]) -> list[bool]:
        return [one.waits for one in matters(columns(*told))]

    assert waiting(("complaint", complaint), ("support_answer", {})) == [False]
    assert waiting(("complaint", complaint), ("answer", {}), ("complaint", complaint)) == [True, False]
    assert waiting(("support_call", {"channel": "phone"}), ("visit", {})) == [False]


def test_the_newest_few_are_told_and_all_that_wait() -> None:
    calls: list[tuple[str, dict[str, Value]]] = [("support_call", {"channel": "phone"})] * 9
    told = matters(columns(("complaint", {}), *calls))
    assert [one.event for one in told] == ["support_call"] * FEW + ["complaint"]


def test_the_last_word_on_each_purpose_counts() -> None:
    told = columns(
        ("consent_given", {"purpose": "email"}),
        ("consent_given", {"purpose": "sms"}),
        ("unsubscribe", {"purpose": "email"}),
    )
    traits = said([Message("crm", "1", 9_000_000, {"ads_consent": False, "plan": "free"})])
    assert consents(told, traits) == (
        Consent("ads", False, "1970-01-01T00:00:09Z", "crm"),
        Consent("email", False, "1970-01-01T00:00:02Z", "unsubscribe"),
        Consent("sms", True, "1970-01-01T00:00:01Z", "consent_given"),
    )
    assert [one.purpose for one in consents(columns(("Unsubscribed", {})), {})] == ["all"]

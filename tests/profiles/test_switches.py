"""Switches and repeated explanations agree with looking at every pair of contacts."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.contacts import contacts_of
from cesta.model.event import Event
from cesta.profiles.hers import hers
from cesta.profiles.switches import DAY, WITHIN, Switches, contacts
from cesta.store.columns import from_events

RULES = contacts_of(Path())
NOON = int(datetime(2026, 3, 2, 12, tzinfo=UTC).timestamp()) * 1_000_000
histories = st.lists(
    st.builds(
        lambda who, name, days, said: Event("s", "m", who, name, NOON + days * DAY // 2, said),
        st.sampled_from("ab"),
        st.sampled_from(["support_call", "support_chat", "visit"]),
        st.integers(0, 40),
        st.fixed_dictionaries(
            {},
            optional={
                "channel": st.sampled_from(["phone", "chat", "email"]),
                "topic": st.sampled_from(["pay", "size"]),
                "order_id": st.sampled_from(["o1", "o2"]),
            },
        ),
    ),
    max_size=10,
)


def same(one: Event, other: Event) -> bool:
    a, b = one.properties, other.properties
    orders = {a.get("order_id"), b.get("order_id")} - {None}
    return a.get("topic") == b.get("topic") and len(orders) < 2


def by_hand(events: list[Event]) -> Switches:
    told = sorted((e for e in events if e.name != "visit"), key=lambda e: e.time)
    switches = repeated = 0
    for place, now in enumerate(told):
        near = [e for e in told[:place] if now.time - e.time <= WITHIN]
        other = [e for e in near if e.properties.get("channel") != now.properties.get("channel")]
        if near and near[-1] in other:
            switches += 1
            repeated += any(same(now, e) for e in other)
    return Switches(len(told), switches, repeated, 1 - repeated / switches if switches else None)


@settings(max_examples=60)
@given(histories)
def test_as_by_hand_for_all_and_for_each(events: list[Event]) -> None:
    columns = from_events(events)
    each = [by_hand([e for e in events if e.customer == who]) for who in columns.customers]
    for who, wanted in zip(columns.customers, each, strict=True):
        assert contacts(hers(columns, who), RULES).counted() == wanted
    every = contacts(columns, RULES).counted()
    assert (every.contacts, every.switches, every.repeated) == tuple(
        sum(getattr(one, name) for one in each) for name in ("contacts", "switches", "repeated")
    )


def test_a_call_after_a_chat_about_the_same() -> None:
    said = {"topic": "payment"}
    events = [
        Event("s", "1", "ann", "support_chat", NOON, {**said, "channel": "chat"}),
        Event("s", "2", "ann", "support_call", NOON + DAY, {**said, "channel": "phone"}),
        Event("s", "3", "ann", "complaint", NOON + 2 * DAY, {"topic": "size", "channel": "email"}),
    ]
    assert contacts(from_events(events), RULES).counted() == Switches(3, 2, 1, 0.5)

"""One message that cannot be read stops no other, and is kept with the reason."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.arrival import Arrival
from cesta.ingest.event_json import NotUnderstood
from cesta.ingest.protocols.addresses import text_of
from cesta.ingest.protocols.posted import Message, Posted, read_each
from cesta.ingest.repair import read_rule
from cesta.model.event import Event


def read(given: object, raw: str) -> Arrival:
    assert isinstance(given, dict)
    if not isinstance(given.get("event"), str):
        raise NotUnderstood("no_event", "event", given.get("event"), "There is no event.")
    return Arrival(Event("web", raw, "ann", given["event"], 0), "track", raw, 0)


def message(given: object) -> Message:
    return given, text_of(given)


@given(st.lists(st.none() | st.dictionaries(st.just("event"), st.none() | st.text() | st.integers())))
def test_every_message_arrives_or_is_set_aside(given: list[object]) -> None:
    arrivals, aside = read_each(Posted(None, "web", 0), "test", map(message, given), read)
    assert [arrival.event.name for arrival in arrivals] == [
        one["event"] for one in given if isinstance(one, dict) and isinstance(one.get("event"), str)
    ]
    assert len(arrivals) + len(aside) == len(given)
    assert [given[(item.row or 0) - 1] for item in aside] == [json.loads(item.raw or "") for item in aside]


def test_rules_mend_what_comes() -> None:
    rules = (read_rule({"field": "event", "reason": "no_event", "becomes": "visit"}),)
    arrivals, aside = read_each(Posted(None, "web", 0, rules=rules), "test", [message({})], read)
    assert ([arrival.event.name for arrival in arrivals], aside) == (["visit"], [])
    assert arrivals[0].raw == "{}"

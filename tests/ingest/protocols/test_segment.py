"""Segment's messages, with the quirks that real clients have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.arrival import Arrival
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.segment import LARGE, LARGEST, segment
from cesta.model.instant import parse_instant, show_instant

RECEIVED = parse_instant("2026-11-22T10:00:00Z")
TRACK = {"type": "track", "event": "Buy", "userId": "u1", "messageId": "m1"}


def hear(*messages: object, headers: Mapping[str, str] | None = None, **batch: Any) -> tuple[list[Arrival], Any]:
    body = {"batch": [msgspec.Raw(json.dumps(one).encode()) for one in messages], **batch}
    return segment(Posted(body, "web", RECEIVED, headers or {}, zone=ZoneInfo("Europe/Prague")))


def one(message: Mapping[str, object], **batch: Any) -> Arrival:
    arrivals, aside = hear(message, **batch)
    assert aside == []
    return arrivals[0]


def why(message: object) -> str:
    arrivals, aside = hear(message)
    assert arrivals == []
    return str(aside[0].code)


def test_a_message_is_kept_as_it_came() -> None:
    raw = b'{"type": "track",  "event":"Buy", "userId":"u1","messageId":"m1","properties":{"price":5.00,"n":null}}'
    arrivals, _ = segment(Posted({"batch": [msgspec.Raw(raw)]}, "web", RECEIVED))
    assert arrivals[0].raw == raw.decode()
    assert (arrivals[0].event.name, arrivals[0].event.customer, arrivals[0].event.time) == ("Buy", "u1", RECEIVED)
    assert arrivals[0].event.properties == {"price": 5.0}


@pytest.mark.parametrize(
    ("ids", "customer"),
    [
        ({"userId": "u1", "anonymousId": None}, "u1"),
        ({"userId": None, "anonymousId": "a1"}, "a1"),
        ({"userId": "", "anonymousId": "a1"}, "a1"),
        ({"userId": 7}, "7"),
        ({"userId": "u1", "anonymousId": "a1"}, "u1"),
    ],
)
def test_null_and_empty_ids_are_none(ids: dict[str, object], customer: str) -> None:
    assert one({**TRACK, "userId": None, **ids}).event.customer == customer


@pytest.mark.parametrize("ids", [{}, {"userId": None, "anonymousId": ""}, {"userId": ""}])
def test_a_message_of_nobody_waits(ids: dict[str, object]) -> None:
    assert why({"type": "track", "event": "Buy", **ids}) == "no_ids"


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"userId": "u1", "event": "Buy"}, "bad_type"),
        ({"userId": "u1", "event": "Buy", "type": ["track"]}, "bad_type"),
        ({"userId": "u1", "type": "track"}, "no_event"),
        ({**TRACK, "timestamp": "yesterday"}, "bad_time"),
        ({**TRACK, "timestamp": "9999-12-31T23:59:59-10:00"}, "bad_time"),
        ({**TRACK, "properties": [1]}, "no_object"),
        ({**TRACK, "userId": ["u1"]}, "no_text"),
        ({**TRACK, "properties": {"text": "x" * LARGEST}}, "too_large"),
        (None, "no_object"),
        ("Buy", "no_object"),
    ],
)
def test_what_cannot_be_read_waits_with_the_reason(message: object, code: str) -> None:
    assert why(message) == code


def test_one_bad_message_stops_no_other_and_can_be_read_again_alone() -> None:
    bad = {"type": "track", "userId": "u1", "messageId": "m2"}
    arrivals, aside = hear(TRACK, bad, {**TRACK, "messageId": "m3"}, sentAt="2026-11-22T10:00:00Z")
    assert [arrival.event.message_id for arrival in arrivals] == ["m1", "m3"]
    assert (aside[0].row, aside[0].message_id) == (2, "m2")
    assert json.loads(aside[0].raw) == {**bad, "sentAt": "2026-11-22T10:00:00Z"}


def test_half_a_character_is_told_with_its_field() -> None:
    bad = msgspec.Raw(b'{"type":"track","event":"Buy","userId":"u","properties":{"note":"\\ud83d"}}')
    arrivals, aside = segment(Posted({"batch": [bad, TRACK]}, "web", RECEIVED))
    assert [arrival.event.message_id for arrival in arrivals] == ["m1"]
    assert (aside[0].code, aside[0].field) == ("bad_text", "properties.note")


@pytest.mark.parametrize("body", [b"[" * 5000 + b"]" * 5000, b'{"properties":' * 5000 + b"1" + b"}" * 5000])
def test_what_is_nested_without_end_waits(body: bytes) -> None:
    arrivals, aside = segment(Posted({"batch": [msgspec.Raw(body)]}, "web", RECEIVED))
    assert (arrivals, len(aside)) == ([], 1)


@pytest.mark.parametrize("field", ["timestamp", "originalTimestamp"])
def test_a_wrong_clock_is_corrected_and_the_times_are_kept(field: str) -> None:
    got = one({**TRACK, field: "2026-11-22T12:00:00Z"}, sentAt="2026-11-22T12:00:10Z")
    assert show_instant(got.event.time) == "2026-11-22T09:59:50Z"
    assert (show_instant(got.original or 0), show_instant(got.sent or 0), got.received) == (
        "2026-11-22T12:00:00Z", "2026-11-22T12:00:10Z", RECEIVED,
    )  # fmt: skip


def test_without_the_time_of_sending_the_clock_is_believed() -> None:
    got = one({**TRACK, "timestamp": "2020-01-01T00:00:00Z"})
    assert (show_instant(got.event.time), got.sent) == ("2020-01-01T00:00:00Z", None)


def test_the_time_of_sending_may_stand_in_a_header_or_in_the_message() -> None:
    message = {**TRACK, "originalTimestamp": "2026-11-22T09:00:00Z", "sentAt": "2026-11-22T09:00:01Z"}
    assert show_instant(one(message).event.time) == "2026-11-22T09:59:59Z"
    arrivals, _ = hear(message, headers={"sentat": "2026-11-22T09:00:02Z"})
    assert show_instant(arrivals[0].event.time) == "2026-11-22T09:59:58Z"


def test_a_time_without_a_zone_is_text_and_a_moment() -> None:
    got = one({**TRACK, "properties": {"when": "2026-01-02T00:00:00"}, "timestamp": "2026-01-02T00:00:00"})
    assert got.event.properties == {
        "when": "2026-01-02T00:00:00", "when.utc": "2026-01-01T23:00:00Z", "context.local_time": True,
    }  # fmt: skip
    assert show_instant(got.event.time) == "2026-01-01T23:00:00Z"


@pytest.mark.parametrize("traits", [{"traits": {"email": "a@b.cz"}}, {"context": {"traits": {"email": "a@b.cz"}}}])
def test_traits_are_read_wherever_they_stand(traits: dict[str, object]) -> None:
    got = one({"type": "identify", "userId": "u1", **traits})
    assert (got.type, got.event.properties, got.is_step) == ("identify", {"email": "a@b.cz"}, False)


def test_traits_beside_an_event_are_no_news() -> None:
    assert one({**TRACK, "context": {"traits": {"email": "a@b.cz"}}}).event.properties == {}


def test_an_alias_joins_two_ids_and_one_of_itself_none() -> None:
    assert one({"type": "alias", "userId": "u2", "previousId": "u1"}).ids == {"user_id": "u2", "previous_id": "u1"}
    assert one({"type": "alias", "userId": "u1", "previousId": "u1"}).ids == {"user_id": "u1"}


def test_pages_and_screens_are_steps_with_their_name() -> None:
    got = one({"type": "page", "anonymousId": "a", "name": "Home", "category": "C", "properties": {"name": "Start"}})
    assert (got.event.name, got.event.properties) == ("page", {"name": "Start", "category": "C"})
    assert one({"type": "screen", "anonymousId": "a", "name": "Main"}).event.name == "screen"


def test_a_group_and_ids_of_other_systems_are_named() -> None:
    external = {"externalIds": [{"id": "x", "type": "crm", "collection": "users", "encoding": "none"}, 1, {"id": None}]}
    got = one({"type": "group", "userId": "u", "groupId": "g", "traits": {"seats": 3}, "context": external})
    assert got.ids == {"user_id": "u", "group_id": "g", "external.crm": "x"}
    assert got.event.properties == {"seats": 3}


def test_what_the_batch_says_counts_for_each_message_that_does_not() -> None:
    context = {"page": {"url": "https://x/", "path": "/"}, "locale": "pl"}
    got = one({**TRACK, "context": {"page": {"path": "/a"}}}, context=context)
    assert got.event.properties == {"context.page.url": "https://x/", "context.page.path": "/a", "context.locale": "pl"}
    assert json.loads(got.raw)["context"] == {"page": {"url": "https://x/", "path": "/a"}, "locale": "pl"}


def test_a_message_without_an_id_counts_once_if_it_says_when() -> None:
    timed: dict[str, object] = {"type": "track", "event": "Buy", "userId": "u", "timestamp": "2026-01-01T00:00:00Z"}
    assert one(timed).event.message_id == one(timed).event.message_id
    del timed["timestamp"]
    assert one(timed).event.message_id != one(timed).event.message_id


def test_a_large_message_is_marked() -> None:
    assert "context.large" in one({**TRACK, "properties": {"text": "x" * LARGE}}).event.properties


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
FIELDS = ("type", "event", "userId", "anonymousId", "messageId", "timestamp", "properties", "traits", "context", "name",
          "previousId", "groupId", "sentAt")  # fmt: skip
kinds = st.sampled_from(["track", "page", "screen", "identify", "group", "alias"])
messages = st.builds(
    lambda fields, kind, said: {**fields, **({"type": kind, "event": "x", "userId": "u"} if said else {})},
    st.dictionaries(st.sampled_from(FIELDS), values),
    kinds,
    st.booleans(),
)


@given(st.lists(messages | values, max_size=4), values, values)
def test_whatever_is_sent_arrives_or_is_set_aside(given: list[object], context: object, sent: object) -> None:
    arrivals, aside = segment(Posted({"batch": given, "context": context, "sentAt": sent}, "web", RECEIVED))
    assert len(arrivals) + len(aside) == len(given)
    for arrival in arrivals:
        assert arrival.event.customer
        show_instant(arrival.event.time)
        json.dumps(arrival.event.properties, allow_nan=False).encode()
        arrival.raw.encode()
    for item in aside:
        (item.raw or "").encode()

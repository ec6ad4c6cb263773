"""PostHog's events: who is meant, when it was, and which of them are steps."""

from __future__ import annotations

import json

import pytest

from cesta.ingest.arrival import Arrival
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.posthog import posthog
from cesta.model.instant import parse_instant

RECEIVED = parse_instant("2026-11-22T10:00:00Z")


def one(message: dict[str, object], **around: object) -> Arrival:
    body: object = {"api_key": "k", "batch": [message], **around} if around else message
    arrivals, aside = posthog(Posted(body, "site", RECEIVED))
    assert not aside
    return arrivals[0]


def test_an_event_is_kept_whole_and_its_key_is_no_property() -> None:
    message: dict[str, object] = {
        "event": "buy",
        "distinct_id": "u1",
        "uuid": "9ae6d9c5-36c2-4778-b27b-3eefece92050",
        "timestamp": "2026-11-22T09:59:58Z",
        "properties": {"price": 9.5, "n": 1, "new": True, "tags": ["a"], "token": "k", "$set": {"email": "a@b"}},
    }
    arrival = one(message, sent_at="2026-11-22T09:59:59Z")
    assert arrival.event.properties == {"price": 9.5, "n": 1, "new": True, "tags": '["a"]', "$set": '{"email":"a@b"}'}
    assert arrival.event.message_id == message["uuid"]
    assert arrival.event.time == RECEIVED - 1_000_000
    assert json.loads(arrival.raw) == message


@pytest.mark.parametrize(
    ("name", "kind", "step"),
    [
        ("buy", "track", True),
        ("$pageview", "page", True),
        ("$screen", "screen", True),
        ("$autocapture", "track", True),
        ("$identify", "identify", False),
        ("$set", "identify", False),
        ("$create_alias", "alias", False),
        ("$groupidentify", "group", False),
        ("$snapshot", "snapshot", False),
        ("$$heatmap", "heatmap", False),
    ],
)
def test_only_what_someone_did_is_a_step(name: str, kind: str, step: bool) -> None:
    arrival = one({"event": name, "distinct_id": "u1", "properties": {"$heatmap_data": {"/": [{"x": 1}]}}})
    assert (arrival.type, arrival.is_step) == (kind, step)


def test_a_recording_is_a_list_whose_events_name_the_person_within() -> None:
    body = [{"event": "$snapshot", "properties": {"distinct_id": "d1", "$snapshot_data": [{"data": "\u001f\u008b"}]}}]
    arrivals, _ = posthog(Posted(body, "site", RECEIVED))
    assert arrivals[0].event.customer == "d1"
    assert arrivals[0].event.properties["$snapshot_data"] == '[{"data":"\\u001f\u008b"}]'


def test_who_signs_in_and_who_they_were() -> None:
    known = one(
        {"event": "$identify", "distinct_id": "u1", "properties": {"$anon_distinct_id": "d1", "$device_id": "d1"}}
    )
    assert known.ids == {"user_id": "u1", "anonymous_id": "d1", "device_id": "d1"}
    unknown = one({"event": "see", "distinct_id": "d1", "properties": {"$device_id": "d1", "$session_id": "s1"}})
    assert unknown.ids == {"anonymous_id": "d1", "device_id": "d1", "session_id": "s1"}
    alias = one({"event": "$create_alias", "distinct_id": "u1", "properties": {"alias": "d1"}})
    assert alias.ids == {"user_id": "u1", "previous_id": "d1"}
    properties = {"$group_type": "company", "$group_key": "g1"}
    group = one({"event": "$groupidentify", "distinct_id": "u1", "properties": properties})
    assert group.ids == {"user_id": "u1", "group_id": "g1", "group_type": "company"}


def test_old_clients_name_no_event_and_say_how_long_ago() -> None:
    person = one({"$distinct_id": "u1", "$set": {"plan": "x"}})
    assert (person.event.name, person.type, person.event.properties) == (
        "$identify",
        "identify",
        {"$set": '{"plan":"x"}'},
    )
    assert one({"event": "see", "distinct_id": "u1", "offset": 1500}).event.time == RECEIVED - 1_500_000


def test_an_event_of_nobody_is_set_aside_and_stops_no_other() -> None:
    arrivals, aside = posthog(
        Posted({"batch": [{"event": "see"}, {"event": "see", "distinct_id": 7}]}, "site", RECEIVED)
    )
    assert [arrival.event.customer for arrival in arrivals] == ["7"]
    assert [(item.code, item.row) for item in aside] == [("no_customer", 1)]

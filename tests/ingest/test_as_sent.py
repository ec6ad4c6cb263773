"""What a client said is told as it said it, to the last property and type."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.as_sent import Sent, as_sent
from cesta.ingest.protocols.again import PROTOCOLS
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.segment import segment

texts = st.text(st.characters(codec="utf-8"))
numbers = st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
said = st.dictionaries(texts.filter(str.strip), values, max_size=5)


@given(said)
def test_properties_are_told_as_they_were_sent(properties: dict[str, object]) -> None:
    message = {"type": "track", "event": "x", "userId": "u", "properties": properties, "context": {"locale": "pl"}}
    raw = msgspec.Raw(json.dumps(message).encode())
    arrivals, _ = segment(Posted({"batch": [raw]}, "web", 0))
    told = as_sent(arrivals[0])
    assert json.dumps(told.properties) == json.dumps(properties)
    assert told.derived.get("context.locale") == "pl"
    assert told.strict


@given(said, said)
def test_traits_are_told_from_both_places(below: dict[str, object], above: dict[str, object]) -> None:
    message = {"type": "identify", "userId": "u", "traits": above, "context": {"traits": below}}
    arrivals, _ = segment(Posted({"batch": [message]}, "web", 0))
    assert json.dumps(as_sent(arrivals[0]).properties) == json.dumps({**below, **above})


def test_json_as_python_writes_it_is_told() -> None:
    arrivals, _ = segment(Posted({"batch": [{"type": "track", "event": "x", "userId": "u",
                                             "properties": {"n": float("nan"), "m": 1}}]}, "web", 0))  # fmt: skip
    told = as_sent(arrivals[0])
    assert (repr(told.properties), told.strict) == ("{'n': nan, 'm': 1}", False)


def told_of(protocol: str, message: Mapping[str, object]) -> Sent:
    (arrival,), _ = PROTOCOLS[protocol](Posted(message, "web", 0))
    return as_sent(arrival)


@given(said)
def test_what_describes_itself_is_told_whole_packed_or_not(properties: dict[str, object]) -> None:
    described = json.dumps({"data": {"schema": "iglu:com.acme/bought/jsonschema/1-0-0", "data": properties}})
    packed = base64.urlsafe_b64encode(described.encode()).decode().rstrip("=")
    for field, text in (("ue_pr", described), ("ue_px", packed)):
        told = told_of("snowplow", {"e": "ue", "eid": "1", "uid": "u", "aid": "key", field: text}).properties
        assert json.dumps({name: told[name] for name in properties}) == json.dumps(properties)


@given(said)
def test_what_is_said_of_a_person_beside_the_event_is_told_whole(person: dict[str, object]) -> None:
    for protocol, part, message in (
        ("mixpanel", "$set", {"$distinct_id": "u"}),
        ("amplitude", "user_properties", {"event_type": "$identify", "user_id": "u"}),
        ("posthog", "$set", {"event": "$identify", "distinct_id": "u", "properties": {}}),
    ):
        assert json.dumps(told_of(protocol, {**message, part: person}).properties[part]) == json.dumps(person)


def test_a_message_without_properties_said_none() -> None:
    message = {"event": "x", "userId": "u", "type": "track", "context": {"locale": "pl"}}
    told = told_of("segment", message)
    assert (told.properties, told.derived) == ({}, {"context.locale": "pl"})


def test_a_value_that_questions_see_otherwise_is_told_both_ways() -> None:
    message = {"event": "x", "userId": "u", "type": "track", "properties": {"n": 2**70, "list": [1]}}
    told = told_of("segment", message)
    assert (told.properties, told.derived) == ({"n": 2**70, "list": [1]}, {"n": str(2**70)})

"""What the description says of bodies fits what real clients post."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from cesta.api.collect.bodies import SENT

BODIES: list[tuple[str, Any]] = [
    ("SegmentBatch", {"batch": [{"type": "track", "event": "buy", "userId": "u1", "anonymousId": None}]}),
    ("SegmentMessage", {"type": "identify", "userId": "u1", "traits": {"plan": "gold"}, "messageId": "m1"}),
    ("PosthogBatch", {"api_key": "k", "batch": [{"event": "$pageview", "distinct_id": "u1", "properties": {}}]}),
    ("MixpanelEvents", [{"event": "buy", "properties": {"token": "k", "distinct_id": "u1", "time": 1700000000}}]),
    ("AmplitudeBatch", {"api_key": "k", "events": [{"event_type": "buy", "user_id": "u1", "time": 1700000000000}]}),
    ("SnowplowList", {"schema": "iglu:x", "data": [{"e": "pv", "eid": "1", "dtm": "1700000000000"}]}),
]


def fits(name: str, body: object) -> bool:
    document = json.dumps({"$ref": f"#/components/schemas/{name}", "components": {"schemas": SENT}})
    return Draft202012Validator(json.loads(document)).is_valid(body)


@pytest.mark.parametrize(("name", "body"), BODIES, ids=[name for name, _ in BODIES])
def test_real_bodies_fit(name: str, body: object) -> None:
    assert fits(name, body)


@pytest.mark.parametrize("name", sorted({name for name, _ in BODIES} - {"SegmentMessage"}))
def test_an_empty_object_does_not(name: str) -> None:
    assert not fits(name, {})

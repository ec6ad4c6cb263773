"""What a client said is told as it said it, to the last property and type."""

from __future__ import annotations

import json

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.as_sent import as_sent
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

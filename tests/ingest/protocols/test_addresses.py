"""No message keeps the address of the machine it came from, whichever protocol it speaks; all else stays."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.protocols.addresses import NAMES, without_addresses
from cesta.ingest.protocols.again import PROTOCOLS
from cesta.ingest.protocols.posted import Posted
from cesta.ingest.protocols.segment import segment

IP = "192.0.2.17"
MESSAGES: Mapping[str, dict[str, Any]] = {
    "segment": {
        "type": "identify", "userId": "u1", "context": {"ip": IP, "traits": {"ip": IP, "plan": "x"}}, "ip": IP,
    },
    "posthog": {
        "event": "buy", "distinct_id": "u1", "ip": IP, "properties": {"$ip": IP, "plan": "x", "$set": {"$ip": IP}},
    },
    "mixpanel": {"event": "buy", "properties": {"distinct_id": "u1", "ip": IP, "plan": "x"}, "$ip": IP},
    "amplitude": {"event_type": "buy", "user_id": "u1", "ip": IP, "event_properties": {"plan": "x"}},
    "snowplow": {"e": "pv", "uid": "u1", "ip": IP, "plan": "x"},
}  # fmt: skip
OF_NOBODY = {"userId", "distinct_id", "user_id", "uid"}


def nobodys(message: Any) -> Any:
    """The message without those whom it names."""
    if not isinstance(message, dict):
        return message
    return {name: nobodys(value) for name, value in message.items() if name not in OF_NOBODY}


@pytest.mark.parametrize("name", PROTOCOLS)
def test_of_what_is_taken_the_address_is_gone_and_all_else_stays(name: str) -> None:
    wanted = json.loads(json.dumps(MESSAGES[name]).replace(f'"{IP}"', "null"))
    arrivals, aside = PROTOCOLS[name](Posted(copy.deepcopy(MESSAGES[name]), "site", 9))
    assert not aside
    assert IP not in repr(arrivals)
    assert json.loads(arrivals[0].raw) == wanted
    assert arrivals[0].event.properties["plan"] == "x"


@pytest.mark.parametrize("name", [name for name in PROTOCOLS if name != "snowplow"])
def test_of_what_is_set_aside_too(name: str) -> None:
    message = nobodys(MESSAGES[name])
    arrivals, aside = PROTOCOLS[name](Posted(copy.deepcopy(message), "site", 9))
    assert not arrivals
    assert IP not in repr(aside)
    assert json.loads(aside[0].raw or "") == json.loads(json.dumps(message).replace(f'"{IP}"', "null"))


def test_what_snowplow_sets_aside_has_none() -> None:
    _, aside = PROTOCOLS["snowplow"](Posted({"data": [{"e": "ue", "uid": "u1", "ue_px": "***", "ip": IP}]}, "site", 9))
    assert json.loads(aside[0].raw or "") == {"e": "ue", "uid": "u1", "ue_px": "***", "ip": None}


def test_a_batch_tells_it_for_all_of_its_messages() -> None:
    messages = [{"type": "track", "event": "buy", "userId": "u1"}, {"type": "track", "event": "buy"}]
    heard = segment(Posted({"batch": messages, "context": {"ip": IP, "locale": "pl"}}, "site", 9))
    assert (len(heard[0]), len(heard[1])) == (1, 1)
    assert IP not in repr(heard)


def test_every_other_letter_stays_as_it_came() -> None:
    raw = '{ "type":"track", "event":"a \\"ip\\": 1","userId":"u","context":{"ip" : "192.0.2.17", "zip":"1"},"n":5.00}'
    arrivals, _ = segment(Posted({"batch": [msgspec.Raw(raw.encode())]}, "web", 0))
    assert arrivals[0].raw == raw.replace('"192.0.2.17"', "null")


@pytest.mark.parametrize(
    "value", [f'"{IP}"', f'"{IP}, {IP}"', IP, f'["{IP}"]', f'{{"a": "{IP}"}}', f'"{IP}\n"', f'"{IP}']
)
def test_of_what_is_no_json_too(value: str) -> None:
    _, aside = segment(Posted({"batch": [msgspec.Raw(f'{{"event": buy, "ip": {value}'.encode())]}, "web", 0))
    assert aside[0].raw == '{"event": buy, "ip": null'


@pytest.mark.parametrize("name", ["\\u0069p", "i\\u0070", "\\u0024ip"])
def test_a_name_may_be_spelled_in_other_ways(name: str) -> None:
    raw = f'{{"type":"track","event":"zażółć","userId":"u","context":{{"{name}":"{IP}"}}}}'
    arrivals, _ = segment(Posted({"batch": [msgspec.Raw(raw.encode())]}, "web", 0))
    assert json.loads(arrivals[0].raw)["context"] in ({"ip": None}, {"$ip": None})


names = st.sampled_from([*NAMES, "zip", '"ip"', "ip\\", "a\\"]) | st.text(max_size=3)
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text() | names,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=12,
)


def told(message: object) -> bool:
    """Whether anything stands under one of the names."""
    if isinstance(message, dict):
        return any(value is not None if name in NAMES else told(value) for name, value in message.items())
    return isinstance(message, list) and any(map(told, message))


@given(values, st.sampled_from([None, 2]), st.booleans())
def test_the_message_and_its_text_say_the_same_and_no_address(message: Any, indent: int | None, plain: bool) -> None:
    text = json.dumps(message, indent=indent, ensure_ascii=plain)
    was_told = told(message)
    found, raw = without_addresses(copy.deepcopy(message), text)
    assert json.loads(raw) == found
    assert not told(found)
    assert was_told or (found, raw) == (message, text)


def test_a_message_may_be_nested_deeply() -> None:
    given: object = {"ip": IP}
    for _ in range(100_000):
        given = [given]
    assert "null" in without_addresses(given, f'{"[" * 100_000}{{"ip": {"[" * 100_000}')[1]
    while isinstance(given, list):
        given = given[0]
    assert given == {"ip": None}

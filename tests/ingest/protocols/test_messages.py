"""What the protocols have in common: whatever a body says, each message arrives or is set aside, and can be kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.protocols.amplitude import amplitude
from cesta.ingest.protocols.messages import Receipt, Said, arrival_of, first
from cesta.ingest.protocols.mixpanel import mixpanel
from cesta.ingest.protocols.posted import Heard, Posted
from cesta.ingest.protocols.posthog import posthog
from cesta.ingest.protocols.snowplow import snowplow
from cesta.model.instant import parse_instant, to_datetime

RECEIVED = parse_instant("2026-11-22T10:00:00Z")
NAMES = (
    "event", "properties", "distinct_id", "$distinct_id", "timestamp", "offset", "uuid", "$set", "$group_key",
    "$group_id", "event_type", "event_properties", "user_id", "device_id", "insert_id", "time", "groups", "e", "eid",
    "uid", "dtm", "ue_px", "ue_pr", "cx", "se_ac", "se_va", "$time", "alias", "$device_id", "$insert_id", "token",
    "$distinct_ids",
)  # fmt: skip
WORDS = ("$identify", "$snapshot", "$create_alias", "$pageview", "ue", "se", "pv", "e30=", "{}", "u1", "1795342612500")
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.sampled_from(WORDS)
values = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(NAMES), inner, max_size=6)
)
messages = st.dictionaries(st.sampled_from(NAMES), values, max_size=8) | values


LETTERS = (
    '{ "event" : "k\\u00f3d", "distinct_id":"u1","e":"se","se_ac":"x", "uid":1,"event_type":"x","user_id":"u",'
    '"properties":{"distinct_id": "u1","price":5.00}}'
)
AROUND = ("{0}", "[{0}, {0}]", '{{"n": null, "{1}": [ {0},{0}]}}')
BODIES = [
    *((posthog, text.format(LETTERS, "batch")) for text in AROUND),
    *((amplitude, text.format(LETTERS, "events")) for text in AROUND),
    *((snowplow, text.format(LETTERS, "data")) for text in AROUND),
    *((mixpanel, text.format(LETTERS)) for text in AROUND[:2]),
]


@pytest.mark.parametrize(("protocol", "body"), BODIES)
def test_a_message_is_kept_letter_by_letter(protocol: Callable[[Posted], Heard], body: str) -> None:
    arrivals, aside = protocol(Posted(json.loads(body), "site", RECEIVED, text=body.encode()))
    assert not aside
    assert {each.raw for each in arrivals} == {LETTERS}


def test_json_as_python_writes_it_is_written_anew() -> None:
    body = f'{{"batch": [{LETTERS}], "n": NaN}}'
    arrivals, _ = posthog(Posted(json.loads(body), "site", RECEIVED, text=body.encode()))
    assert [json.loads(each.raw) for each in arrivals] == [json.loads(LETTERS)]


@pytest.mark.parametrize("protocol", [posthog, mixpanel, amplitude, snowplow])
@given(given=st.lists(messages, max_size=4), halves=st.sampled_from(["", "\ud800"]))
def test_whatever_a_body_says_each_message_arrives_or_is_set_aside(
    protocol: Callable[[Posted], Heard], given: Sequence[object], halves: str
) -> None:
    arrivals, aside = protocol(Posted([*given, {"event": halves, "distinct_id": "u1"}], "site", RECEIVED))
    assert len(arrivals) + len(aside) == len(given) + 1
    for arrival in arrivals:
        assert arrival.event.customer.strip()
        to_datetime(arrival.event.time)
        json.dumps([*arrival.event.properties.items(), *arrival.ids.items()], ensure_ascii=False).encode()
        json.loads(arrival.raw)
    for item in aside:
        assert item.code
        assert item.reason


@pytest.mark.parametrize("protocol", [posthog, mixpanel, amplitude, snowplow])
@given(body=values)
def test_no_body_at_all_is_too_much(protocol: Callable[[Posted], Heard], body: object) -> None:
    protocol(Posted(body, "site", RECEIVED))


def _said(**given: object) -> Said:
    return Said(**{"type": "track", "name": "buy", "customer": "u1", "id": None, "time": 5, "properties": {}, **given})  # type: ignore[arg-type]


def test_a_message_without_an_id_is_the_same_when_it_says_the_same_at_the_same_time() -> None:
    receipt = Receipt(Posted({}, "site", RECEIVED))
    one, two = (arrival_of(_said(), '{"a":1}', receipt).event.message_id for _ in range(2))
    assert one == two
    assert arrival_of(_said(), '{"a":2}', receipt).event.message_id != one
    one, two = (arrival_of(_said(time=None), "{}", receipt).event.message_id for _ in range(2))
    assert one != two


def test_a_wrong_clock_is_set_right_by_when_it_says_it_sent() -> None:
    receipt = Receipt(Posted({}, "site", RECEIVED), sent=RECEIVED - 3_600_000_000)
    arrival = arrival_of(_said(time=RECEIVED - 3_600_000_000 - 5), "{}", receipt)
    assert arrival.event.time == RECEIVED - 5
    assert arrival.original == RECEIVED - 3_600_000_000 - 5


def test_ids_that_name_nobody_are_left_out() -> None:
    ids = {"user_id": " ", "session_id": 7, "device_id": None, "group_id": ["a"], "anonymous_id": "\ud800"}
    assert arrival_of(_said(ids=ids), "{}", Receipt(Posted({}, "site", 0))).ids == {"session_id": "7"}


def test_false_and_nought_say_something() -> None:
    assert first(None, "", 0, 1) == 0

"""Mixpanel's events and profiles."""

from __future__ import annotations

import pytest

from cesta.ingest.arrival import Arrival
from cesta.ingest.protocols.mixpanel import mixpanel
from cesta.ingest.protocols.posted import Posted


def one(message: dict[str, object]) -> Arrival:
    arrivals, aside = mixpanel(Posted(message, "app", 9))
    assert not aside
    return arrivals[0]


@pytest.mark.parametrize("time", [1_795_342_613.5, 1_795_342_613_500])
def test_an_event_tells_its_time_in_seconds_or_milliseconds(time: float) -> None:
    properties = {"token": "k", "distinct_id": "u1", "time": time, "$insert_id": "i1", "mp_lib": "python", "a": 1}
    arrival = one({"event": "E", "properties": properties})
    assert arrival.event.time == 1_795_342_613_500_000
    assert (arrival.event.message_id, arrival.event.customer, arrival.type) == ("i1", "u1", "track")
    assert arrival.event.properties == {"mp_lib": "python", "a": 1}


def test_a_profile_is_no_step() -> None:
    arrival = one({"$token": "k", "$distinct_id": "u1", "$time": 1_795_342_613.5, "$set": {"$name": "N"}})
    assert (arrival.type, arrival.event.name, arrival.is_step) == ("engage", "$set", False)
    assert arrival.event.properties == {"$set": '{"$name":"N"}'}


def test_a_group_has_a_profile_too() -> None:
    arrival = one({"$token": "k", "$group_key": "company", "$group_id": "g1", "$set": {"a": 1}})
    assert (arrival.type, arrival.event.customer) == ("group", "g1")
    assert arrival.ids == {"group_id": "g1", "group_type": "company"}


def test_two_ids_become_one_person() -> None:
    merged = one({"event": "$merge", "properties": {"$distinct_ids": ["d1", "u1"], "token": "k"}})
    assert (merged.type, merged.ids) == ("alias", {"user_id": "u1", "previous_id": "d1"})
    alias = one({"event": "$create_alias", "properties": {"distinct_id": "u1", "alias": "d1", "token": "k"}})
    assert (alias.type, alias.ids) == ("alias", {"user_id": "u1", "previous_id": "d1"})
    nobody = one({"event": "see", "properties": {"distinct_id": "$device:x", "$device_id": "x"}})
    assert nobody.ids == {"anonymous_id": "$device:x", "device_id": "x"}

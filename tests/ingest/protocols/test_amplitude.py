"""Amplitude's events: the user's id or the device's, and what stands beside their properties."""

from __future__ import annotations

from cesta.ingest.protocols.amplitude import amplitude
from cesta.ingest.protocols.posted import Posted


def test_events_say_who_when_and_what() -> None:
    events = [
        {
            "event_type": "E",
            "user_id": "u1",
            "device_id": "d1",
            "insert_id": "i1",
            "time": 1_795_342_617_765,
            "event_properties": {"a": 1, "platform": "own"},
            "platform": "iOS",
            "price": 9.5,
        },
        {"event_type": "$identify", "device_id": "d1", "user_properties": {"$set": {"plan": "x"}}, "session_id": 7},
        {"event_type": "$groupidentify", "groups": {"company": ["g1"]}, "group_properties": {"$set": {"size": 3}}},
        {"event_type": "E"},
    ]
    arrivals, aside = amplitude(Posted({"api_key": "k", "events": events}, "app", 9))
    said, person, group = arrivals
    assert (said.event.message_id, said.event.customer, said.event.time) == ("i1", "u1", 1_795_342_617_765_000)
    assert said.event.properties == {"a": 1, "platform": "own", "price": 9.5}
    assert said.ids == {"user_id": "u1", "anonymous_id": "d1"}
    assert (person.type, person.event.customer, person.event.time) == ("identify", "d1", 9)
    assert person.ids == {"anonymous_id": "d1", "session_id": "7"}
    assert (group.type, group.event.customer) == ("group", "g1")
    assert group.ids == {"group_type": "company", "group_id": "g1"}
    assert [item.code for item in aside] == ["no_customer"]

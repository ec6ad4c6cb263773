"""A route reads what was posted by its protocol and answers once it is on disk."""

from __future__ import annotations

from cesta.api.collect.route import SUCCESS, Request, Room, taking
from cesta.api.served import Served
from cesta.ingest.arrival import Arrival
from cesta.ingest.protocols.posted import Heard, Posted
from cesta.model.event import Event
from cesta.store.keys import Keys


def test_what_was_posted_is_read_and_kept_under_the_source_of_its_key(served: Served) -> None:
    seen: list[Posted] = []

    def protocol(posted: Posted) -> Heard:
        seen.append(posted)
        return [Arrival(Event(posted.source, "1", "zoe", "hello", 0), "track", "{}", posted.received)], []

    keys = Keys(served.workspace.data)
    headers = {"x-write-key": keys.create("web", 0)}
    request = Request("POST", headers, {"v": "1"}, {}, b'{"a": 1}')
    later = taking(protocol)(Room(served, keys), request)
    assert callable(later)
    assert later() is SUCCESS
    assert (seen[0].body, seen[0].source, seen[0].query) == ({"a": 1}, "web", {"v": "1"})
    assert "zoe" in list(served.workspace.columns().customers)

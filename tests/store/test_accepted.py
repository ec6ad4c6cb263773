"""What is listed one by one is what the columns hold."""

from __future__ import annotations

import tempfile
from collections import Counter
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import LoadHead, begin_seal, keep, take
from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.store.accepted import accepted, accepted_by
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

VALUES = st.sampled_from([1, 1.5, "1", True])


@settings(max_examples=15)
@given(st.lists(st.lists(st.tuples(st.integers(0, 9), VALUES), max_size=5), max_size=4))
def test_every_event_that_counts_is_listed_once(loads: list[list[tuple[int, Value]]]) -> None:
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        for place, rows in enumerate(loads):
            events = [Event("web", str(n), f"c{n % 3}", "see", n, {"v": value}, n % 2 == 0) for n, value in rows]
            if place % 2:
                keep(workspace, "web", events)
                continue
            with begin_seal(workspace, LoadHead(f"web-{place}", "web")) as sealing:
                sealing.add(table_of(events))
                sealing.finish()
        listed = [arrival.event for arrival in accepted(workspace)]
        for ids in (["c1"], ["c0", "c2"], ["nobody"]):
            theirs = [arrival.event for arrival in accepted_by(workspace, ids)]
            assert theirs == [event for event in listed if event.customer in ids]
        columns = workspace.columns()
    assert len({event.message_id for event in listed}) == len(listed) == len(columns.times)
    first: dict[str, Value] = {}
    for rows in loads:
        for n, value in rows:
            first.setdefault(str(n), value)
    assert {event.message_id: event.properties["v"] for event in listed} == first
    assert Counter(event.customer for event in listed) == Counter(columns.customers[o] for o in columns.owners())
    assert all(event.assumed_time == (event.time % 2 == 0) for event in listed)


def test_messages_come_back_whole_and_only_steps_are_steps(workspace: Workspace) -> None:
    bought = Arrival(Event("web", "1", "ann", "buy", 5, {"n": 1}), "track", '{"a": [1, {"b": null}]}', 9, {}, 6, 7)
    known = Arrival(Event("web", "2", "ann", "identify", 6), "identify", "{}", 9, {"user_id": "ann"})
    assert take(workspace, "web", [bought, known, bought]).accepted == 2
    assert list(accepted(workspace)) == [bought, known]
    assert len(workspace.columns().times) == workspace.log.counts()["log"] == 1
    assert take(workspace, "web", [known]).duplicates == 1

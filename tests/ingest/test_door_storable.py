"""Whatever a protocol lets through, the door keeps what can be kept and sets the rest aside: never a fault."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import take
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.model.instant import show_instant
from cesta.store.accepted import accepted
from cesta.store.workspace import Workspace

texts = st.text(st.characters(), min_size=1, max_size=5) | st.sampled_from(["\ud800", "a\udfff", "\x00", "ž" * 5000])
numbers = st.integers() | st.sampled_from([2**63, -(2**63) - 1, 2**64, 10**400])
values = texts | numbers | st.booleans() | st.floats(allow_nan=False, allow_infinity=False)
arrivals = st.builds(
    lambda key, who, name, time, properties, raw, ids, sent: Arrival(
        Event("web", key, who, name, time, properties), "track", raw, 5, ids, None, sent
    ),
    texts, texts, texts, numbers, st.dictionaries(texts, values, max_size=3), texts,
    st.dictionaries(texts, texts, max_size=2), st.none() | numbers,
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(arrivals, max_size=6))
def test_what_is_taken_can_be_told_and_nothing_stops_the_others(given_arrivals: list[Arrival]) -> None:
    fine = Arrival(Event("web", "fine", "ann", "buy", 0, {"n": 1}), "track", "{}", 5)
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        taken = take(workspace, "web", [*given_arrivals, fine])
        assert taken.accepted + taken.duplicates + taken.set_aside == len(given_arrivals) + 1
        told = list(accepted(workspace))
        assert len(told) == taken.accepted
        assert fine in told
        came = {a.event.message_id: a.event.properties for a in reversed([*given_arrivals, fine])}
        for arrival in told:
            json.loads(msgspec.json.encode([arrival.event.properties, arrival.ids, arrival.raw]))
            show_instant(arrival.event.time), show_instant(arrival.sent or 0)
            assert came[arrival.event.message_id].items() <= arrival.event.properties.items()

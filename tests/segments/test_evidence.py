"""One customer's events with their ids: out of loads and the log, of all her ids, without what does not count."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal, unload
from cesta.model.arrival import Arrival
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.model.instant import parse_instant
from cesta.segments.evidence import events_of
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace


def test_loads_and_log_together(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        day = parse_instant("2024-01-02")
        with begin_seal(workspace, LoadHead("till-1", "till")) as sealing:
            sealing.add(table_of([Event("till", "r1", "ann", "buy", day), Event("till", "r2", "bob", "buy", day)]))
            sealing.finish()
        sent = [
            {"message_id": "m1", "customer": "ann", "event": "visit", "ts": "2024-01-01T10:00:00Z"},
            {"message_id": "m2", "customer": "x1", "event": "see", "ts": "2024-01-01T11:00:00Z"},
        ]
        accept(workspace, sent, "web")
        assert [event.message_id for event in events_of(workspace, "ann")] == ["m1", "r1"]
        ids = {"user_id": "ann", "anonymous_id": "x1"}
        workspace.log.append([Arrival(Event("web", "i1", "ann", "identify", 1), "identify", "{}", 1, ids=ids)])
        found = events_of(workspace, "ann")
        assert [event.message_id for event in found] == ["m1", "m2", "r1"]
        assert {event.customer for event in found} == {"ann"}
        unload(workspace, "till-1")
        assert [event.message_id for event in events_of(workspace, "ann")] == ["m1", "m2"]
        for nobody in ("x1", "bob", "zoe"):
            with pytest.raises(CestaError, match="no customer"):
                events_of(workspace, nobody)

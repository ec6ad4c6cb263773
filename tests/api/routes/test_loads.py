"""Loads are listed, taken back, brought back and decided upon over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.ingest.door import LoadHead, begin_seal
from cesta.model.event import Event
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace


def test_a_load_is_listed_taken_back_and_brought_back(client: TestClient[Any], workspace: Workspace) -> None:
    before = client.get("/api/workspace").json()["events_total"]
    with begin_seal(workspace, LoadHead("orders-1", "orders", decision="replace")) as sealing:
        sealing.add(table_of([Event("orders", "1", "zoe", "order", 0)]))
        sealing.finish()
    assert client.get("/api/workspace").json()["events_total"] == before + 1
    (listed,) = client.get("/api/loads").json()["loads"]
    assert (listed["load_id"], listed["events"], listed["binned_at"]) == ("orders-1", 1, None)
    gone = client.delete("/api/loads/orders-1")
    assert (gone.status_code, gone.json()["already"]) == (200, False)
    assert client.get("/api/workspace").json()["events_total"] == before
    assert client.get("/api/loads").json()["loads"][0]["binned_at"] is not None
    back = client.post("/api/loads/orders-1/restore", json={})
    assert (back.status_code, back.json()["events"]) == (200, 1)
    decided = client.post("/api/loads/orders-1/decision", json={"decision": "keep"})
    assert (decided.status_code, decided.json()["decision"]) == (200, "keep")
    assert client.get("/api/workspace").json()["events_total"] == before + 1


def test_changed_rows_are_shown_as_they_were_and_are(client: TestClient[Any], workspace: Workspace) -> None:
    for load, who in (("orders-1", "zoe"), ("orders-2", "eva")):
        with begin_seal(workspace, LoadHead(load, "orders")) as sealing:
            sealing.add(table_of([Event("orders", "1", who, "order", 0)]))
            sealing.finish()
    assert client.get("/api/loads/orders-1/changes").json() == {"total": 0, "changes": []}
    said = client.get("/api/loads/orders-2/changes").json()
    assert said["total"] == 1
    assert said["changes"] == [
        {"id": "1", "customer": "eva", "event": "order", "time": "1970-01-01T00:00:00Z",
         "fields": [{"field": "customer", "was": "zoe", "now": "eva"}]}
    ]  # fmt: skip


def test_a_load_that_never_was_is_not_found(client: TestClient[Any]) -> None:
    assert client.get("/api/loads/nothing/changes").status_code == 404
    said = client.delete("/api/loads/nothing")
    assert (said.status_code, said.json()["error"]["code"]) == (404, "unknown_load")
    said = client.post("/api/loads/nothing/decision", json={"decision": "drop"})
    assert (said.status_code, said.json()["error"]["code"]) == (400, "bad_decision")

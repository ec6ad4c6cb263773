"""Events over HTTP: accepted once, told apart from duplicates and from what cannot be understood."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served

EVENT = {"customer": "zoe", "event": "visit", "ts": "2026-01-10T10:00:00Z", "message_id": "m1"}


def test_accepted_once(client: TestClient[Any], served: Served) -> None:
    before = len(served.workspace.columns().codes)
    first = client.post("/api/events", json={"events": [EVENT, {"customer": "zoe"}], "source": "till"}).json()
    again = client.post("/api/events", json={"events": [EVENT], "source": "till"}).json()
    assert (first["accepted"], first["duplicates"], first["set_aside"]) == (1, 0, 1)
    assert (again["accepted"], again["duplicates"], again["set_aside"]) == (0, 1, 0)
    assert len(served.workspace.columns().codes) == before + 1
    assert "cesta_events_accepted_total 1.0" in client.get("/metrics").text


def test_a_batch_has_a_largest_size(client: TestClient[Any], served: Served) -> None:
    with (served.workspace.root / "cesta.yaml").open("a") as settings:
        settings.write("\nmax_batch: 2\n")
    two = client.post("/api/events", json={"events": [EVENT, EVENT]})
    three = client.post("/api/events", json={"events": [EVENT, EVENT, EVENT]})
    assert (two.status_code, three.status_code) == (200, 413)
    assert three.json()["error"]["code"] == "batch_too_large"
    assert "3 events; at most 2" in three.json()["error"]["message"]

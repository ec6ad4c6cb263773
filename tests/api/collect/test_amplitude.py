"""Amplitude's own address."""

from __future__ import annotations

from litestar.testing import TestClient

from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


def test_events_are_taken_and_answered_with_a_code(client: TestClient[House], workspace: Workspace) -> None:
    key = Keys(workspace.data).create("app", 0)
    told = client.post("/2/httpapi", json={"api_key": key, "events": [{"event_type": "E", "user_id": "amy"}]})
    assert (told.status_code, told.json()["code"]) == (200, 200)
    assert "amy" in list(workspace.columns().customers)
    assert client.post("/2/httpapi", json={"api_key": "nobody", "events": []}).status_code == 401

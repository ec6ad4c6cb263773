"""What is due is told over HTTP, and removed; consents are told, and customers suppressed."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.consent.purposes import FILE
from cesta.store.workspace import Workspace


def test_what_is_due_and_removing_it(client: TestClient[Any], workspace: Workspace) -> None:
    assert client.get("/api/retention").json() == {"rules": []}
    events = len(workspace.columns().times)
    (workspace.root / FILE).write_text("cesta: privacy/1\nretention: [{name: All, keep: 1d}]\n")
    assert client.get("/api/retention").json() == {"rules": [{"name": "All", "keep": "1d", "events": events}]}
    removed = client.post("/api/retention").json()
    assert removed["log"] + removed["rows"] == events
    (workspace.root / FILE).write_text("retention: 7")
    assert client.get("/api/retention").json()["error"]["code"] == "bad_privacy"


def test_consents_and_suppressing(client: TestClient[Any]) -> None:
    assert client.get("/api/consent").json() == {"purposes": [], "not_kept": [], "suppressed": 0, "masked": []}
    assert client.post("/api/suppressions", json={"ids": ["ann"]}).json() == {"ids": ["ann"]}
    sent = {"events": [{"customer": "ann", "event": "visit", "ts": "2026-01-01"}], "source": "api"}
    assert client.post("/api/events", json=sent).json()["accepted"] == 0
    told = client.get("/api/consent").json()
    assert (told["not_kept"], told["suppressed"]) == ([{"source": "api", "messages": 1}], 1)
    assert client.post("/api/suppressions/lift", json={"ids": ["ann"]}).json() == {"ids": ["ann"]}
    assert client.post("/api/events", json=sent).json()["accepted"] == 1

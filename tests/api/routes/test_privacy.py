"""What is due is told over HTTP, and removed."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.privacy.policy import FILE
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

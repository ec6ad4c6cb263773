"""A hypothesis is written down and read over HTTP, dated today."""

from __future__ import annotations

import datetime as dt
from typing import Any

from litestar.testing import TestClient


def test_written_and_read(client: TestClient[Any]) -> None:
    assert client.get("/api/hypotheses").json() == {"hypotheses": [], "by_chance": 0}
    draft = {"id": "deals", "statement": "They wait", "segment": "deal-seekers", "measure": "none", "expects": "lower"}
    saved = client.post("/api/hypotheses", json=draft).json()["hypotheses"][0]
    assert (saved["id"], saved["state"], saved["since"]) == ("deals", "open", None)
    assert abs((dt.date.fromisoformat(saved["written"]) - dt.datetime.now(dt.UTC).date()).days) <= 1
    assert "none" in saved["problem"]
    assert client.post("/api/hypotheses", json=draft | {"expects": "up"}).json()["error"]["code"] == "bad_value"
    assert [one["id"] for one in client.get("/api/hypotheses").json()["hypotheses"]] == ["deals"]

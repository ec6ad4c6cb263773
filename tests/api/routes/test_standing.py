"""The overview and the channels over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def test_on_one_page(client: TestClient[Any]) -> None:
    empty = client.get("/api/standing").json()
    assert (empty["kpis"]["kpis"], empty["tasks"]["open"], len(empty["worst"])) == ([], 0, 1)
    client.post("/api/kpis/usual")
    found = client.get("/api/standing?segment=app-shoppers&lang=ru").json()
    assert "Выручка" in {kpi["name"] for kpi in found["kpis"]["kpis"]}
    rows = client.get("/api/channels?date_from=2026-01-01&date_to=2026-03-31").json()["rows"]
    assert {row["channel"] for row in rows} >= {"web", "app", "store"}
    assert client.get("/api/standing?segment=nobody").json()["error"]["code"] == "unknown_segment"

"""KPIs over HTTP: the usual ones are put on the shelf, seen, split, and changed."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def test_from_none_to_a_target(client: TestClient[Any]) -> None:
    assert client.get("/api/kpis").json()["kpis"] == []
    assert "Porzucone koszyki" in client.get("/api/kpis/usual?lang=pl").json()
    assert "conversion" in client.post("/api/kpis/usual").json()["ids"]
    assert client.get("/api/kpis/usual").json() == []
    changed = {"id": "conversion", "fields": {"target": 0.9, "warn_at": 0.1}}
    assert client.post("/api/kpis", json=changed).json() == {"ids": ["conversion"]}
    days = "date_from=2026-01-01&date_to=2026-03-31"
    (kpi,) = client.get(f"/api/kpis/conversion?lang=cs&{days}").json()["kpis"]
    assert (kpi["name"], kpi["state"], kpi["target"]) == ("Návštěvníci, kteří koupí", "warn", 0.9)
    asked = client.post("/api/ask", json=kpi["question"]).json()["result"]
    assert (asked["value"], asked["n"]) == (kpi["now"]["value"], kpi["now"]["n"])
    sources = [split for split in client.get(f"/api/kpis/conversion/splits?{days}").json() if split["by"] == "source"]
    assert len(sources[0]["parts"]) > 2
    assert client.get("/api/kpis/nothing").json()["error"]["code"] == "unknown_measure"

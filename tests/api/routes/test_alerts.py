"""Alerts over HTTP: looking tells nobody, looking in earnest does, and places keep their addresses."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.store.workspace import Workspace


def test_seen_told_and_over(client: TestClient[Any], workspace: Workspace) -> None:
    root = workspace.root
    assert client.get("/api/alerts").json() == []
    client.post("/api/kpis", json={"id": "buyers", "fields": {"numerator": "purchase"}})
    (root / "alerts").mkdir()
    (root / "alerts" / "few.yaml").write_text(
        "cesta: alert/1\nid: few\nname: Few\nmeasure: buyers\nbelow: 1000\nsend: [team]\n"
    )
    assert client.get("/api/alerts").json()[0]["why"] == "below"
    assert client.get("/api/alerts/history").json() == []
    assert client.post("/api/alerts/places", json={"name": "team", "address": "http://127.0.0.1:1/"}).json() == {
        "places": ["team"]
    }
    (seen,) = client.post("/api/alerts/look").json()
    assert (seen["new"], len(seen["failed"])) == (True, 1)
    (told,) = client.get("/api/alerts/history").json()
    assert (told["alert"], told["ended"]) == ("few", None)

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


def test_tried_kept_and_listed(client: TestClient[Any]) -> None:
    client.post("/api/kpis", json={"id": "buyers", "fields": {"numerator": "purchase"}})
    draft = {"id": "lots", "fields": {"name": "Lots", "measure": "buyers", "above": 0, "owner": "jana"}}
    assert client.post("/api/alerts/try", json=draft).json()["why"] == "above"
    assert client.get("/api/alerts/documents").json() == {"alerts": [], "broken": []}
    assert client.post("/api/alerts/documents", json=draft).json()["name"] == "Lots"
    assert client.get("/api/alerts/documents").json()["alerts"][0]["fields"]["above"] == 0
    assert client.get("/api/alerts/places").json() == {"places": []}
    letter = client.get("/api/alerts/digest", params={"owner": "jana"}).json()
    assert (letter["to"], letter["owner"]) == ("", "jana")
    assert client.delete("/api/documents/alert/lots").status_code == 200
    assert client.get("/api/alerts/documents").json()["alerts"] == []

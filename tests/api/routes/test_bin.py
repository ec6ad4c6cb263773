"""Deleting over HTTP: what would miss it is told first, it goes into the bin, it comes back."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served


def test_a_map_goes_into_the_bin_and_comes_back(client: TestClient[Any], served: Served) -> None:
    path = served.workspace.root / "maps" / "buy-clothes.yaml"
    text = path.read_text(encoding="utf-8")
    gone = client.delete("/api/documents/map/buy-clothes")
    assert (gone.status_code, gone.json()["title"]) == (200, "I buy something to wear")
    assert client.get("/api/maps").json() == []
    (binned,) = client.get("/api/bin").json()["documents"]
    assert binned == gone.json()
    assert client.post(f"/api/bin/{binned['entry']}/restore").json() == binned
    assert path.read_text(encoding="utf-8") == text
    assert client.get("/api/bin").json()["documents"] == []
    assert client.post(f"/api/bin/{binned['entry']}/restore").status_code == 404


def test_what_would_miss_a_segment_is_told(client: TestClient[Any], served: Served) -> None:
    path = served.workspace.root / "maps" / "buy-clothes.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "segment: app-shoppers\n", encoding="utf-8")
    told = client.get("/api/documents/segment/app-shoppers/dependents").json()["dependents"]
    assert told == [{"kind": "map", "id": "buy-clothes", "title": "I buy something to wear"}]


def test_what_is_not_there_is_told(client: TestClient[Any]) -> None:
    assert client.delete("/api/documents/map/none").json()["error"]["code"] == "unknown_map"
    assert client.delete("/api/documents/dog/none").json()["error"]["code"] == "unknown_kind"
    assert client.delete("/api/documents/map/..%2Fcesta").status_code == 404

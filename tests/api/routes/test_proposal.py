"""A first map over HTTP: proposed, changed, saved once."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served


def test_proposed_changed_and_saved(client: TestClient[Any], served: Served) -> None:
    first = client.get("/api/proposal", params={"lang": "cs"}).json()
    assert first["stages"][0]["name"] == "Dozvídám se"
    choices = [{"do": "rename", "id": first["stages"][0]["id"], "name": "Koukám"}, {"do": "discard", "id": "chat"}]
    changed = client.post("/api/proposal", json={"choices": choices, "lang": "cs"}).json()
    assert changed["stages"][0]["name"] == changed["view"]["stages"][0]["name"] == "Koukám"
    assert changed["aside"][0]["id"] == "chat"
    assert not (served.workspace.root / "maps" / "first-map.yaml").exists()
    saved = client.post("/api/maps", json={"id": changed["id"], "text": changed["text"]})
    assert saved.status_code == 201
    shown = client.get("/api/maps/first-map", params={"lang": "cs"}).json()
    assert [stage["reached"]["n"] for stage in shown["stages"]] == [
        stage["reached"]["n"] for stage in changed["view"]["stages"]
    ]
    again = client.post("/api/maps", json={"id": changed["id"], "text": changed["text"]})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "map_exists")


def test_a_choice_of_something_unknown(client: TestClient[Any]) -> None:
    answer = client.post("/api/proposal", json={"choices": [{"do": "discard", "id": "nobody"}]})
    assert (answer.status_code, answer.json()["error"]["code"]) == (400, "unknown_touchpoint")
    wrong = client.post("/api/proposal", json={"choices": [{"do": "explode", "id": "chat"}]})
    assert wrong.json()["error"]["code"] == "bad_value"

"""Comments and sticky notes over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

MAP = "/api/maps/buy-clothes/remarks"


def test_a_conversation(client: TestClient[Any]) -> None:
    said = {"text": "Why so few? @petr", "at": ["stages", "pay"]}
    (first,) = client.post(MAP, json=said).json()["remarks"]
    assert (first["mentions"], first["done"], first["kind"]) == (["petr"], False, "comment")
    client.post(MAP, json={"text": "BLIK", "kind": "note"})
    settled = client.post(f"{MAP}/{first['id']}/settle", json={"done": True}).json()["remarks"]
    assert [remark["done"] for remark in settled] == [True, False]
    (left,) = client.delete(f"{MAP}/{first['id']}").json()["remarks"]
    assert left["text"] == "BLIK"
    assert client.get(MAP).json()["remarks"] == [left]
    assert client.get("/api/maps/none/remarks").json()["error"]["code"] == "unknown_map"

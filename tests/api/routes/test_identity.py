"""Who is who, over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient
from tests.store.who import hear, message

from cesta.store.workspace import Workspace


def test_from_a_merge_to_its_undoing(client: TestClient[Any], workspace: Workspace) -> None:
    hear(workspace, [message(n, {"user_id": f"u{n}", "anonymous_id": f"x{n}"}) for n in range(3)])
    merges = client.get("/api/identity/merges?limit=2").json()
    assert (merges["count"], [each["into"] for each in merges["merges"]]) == (3, ["u2", "u1"])
    undo = merges["merges"][0]["id"]
    assert client.post("/api/identity/preview", json={"undo": undo}).json()["gone_count"] == 1
    after = client.post("/api/identity/decisions", json={"do": "undo", "merge": undo}).json()
    assert (after["summary"]["merges"], after["decisions"][0]["kind"]) == (2, "undo")
    assert client.get("/api/identity/merges?customer=x0").json()["count"] == 1
    assert client.get("/api/identity").json() == after


def test_rules(client: TestClient[Any]) -> None:
    text = "cesta: identity/1\nmost_ids: 10\n"
    assert client.post("/api/identity/rules", json={"rules": text}).json()["rules"] == text
    wrong = client.post("/api/identity/rules", json={"rules": "cesta: identity/1\nmost: 10\n"})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (400, "bad_identity")

"""Groups over HTTP: found, kept as a segment and a persona."""

from __future__ import annotations

from pathlib import Path

from litestar.testing import TestClient
from tests.two_habits import two_habits

from cesta.api.house import House
from cesta.api.served import Served
from cesta.store.workspace import Workspace


def client_of(workspace: Workspace) -> TestClient[House]:
    return TestClient(House({"shop": Served(workspace)}), base_url="http://127.0.0.1:8000")


def test_found_and_kept(tmp_path: Path) -> None:
    with two_habits(tmp_path / "shop") as workspace, client_of(workspace) as client:
        known = client.get("/api/groups").json()
        assert [group["customers"] for group in known["found"]["groups"]] == [80, 40]
        body: dict[str, object] = {"number": 1, "id": "comparers", "name": "Those who compare"}
        made = client.post("/api/groups", json=body)
        assert (made.status_code, made.json()) == (201, {"segment": "comparers", "persona": "comparers"})
        again = client.post("/api/groups", json=body)
        assert (again.status_code, again.json()["error"]["code"]) == (409, "persona_exists")
        missing = client.post("/api/groups", json={**body, "number": 9})
        assert (missing.status_code, missing.json()["error"]["code"]) == (404, "unknown_group")

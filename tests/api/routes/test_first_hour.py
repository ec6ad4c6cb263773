"""The newcomer's list over HTTP: saving a table is sharing, the list can be put away, a sample can go."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def steps(client: TestClient[Any]) -> dict[str, bool]:
    return {step["name"]: step["done"] for step in client.get("/api/first-hour").json()["steps"]}


def test_saving_a_table_is_sharing(client: TestClient[Any]) -> None:
    before = steps(client)
    assert before == {"data": True, "map": True, "goal": True, "owner": True, "share": False}
    client.post("/api/tables", json={"name": "T", "columns": [{"name": "a"}], "rows": []})
    assert steps(client)["share"]
    assert not client.get("/api/first-hour").json()["shown"]


def test_a_link_that_was_shared_and_a_list_put_away_are_noted(client: TestClient[Any]) -> None:
    assert client.post("/api/first-hour", json={"what": "dismissed"}).json()["shown"] is False
    assert client.post("/api/first-hour", json={"what": "shared"}).json()["steps"][-1]["done"]
    assert client.post("/api/first-hour", json={"what": "else"}).status_code == 400


def test_a_workspace_without_a_sample_loses_nothing(client: TestClient[Any]) -> None:
    assert client.post("/api/samples/remove").json() == {"loads": [], "documents": [], "kept": []}
    assert client.get("/api/workspace").json()["made_up"] == "none"

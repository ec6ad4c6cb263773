"""The workspace and its settings over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served


def test_the_workspace_at_a_glance(client: TestClient[Any], served: Served) -> None:
    answer = client.get("/api/workspace").json()
    assert answer["name"] == "The small shop"
    assert answer["events_total"] == len(served.workspace.columns().codes)
    assert answer["generation"] == served.workspace.generation()
    assert [entry["id"] for entry in answer["maps"]] == ["buy-clothes"]


def test_settings_and_their_origins(client: TestClient[Any]) -> None:
    found = {setting["name"]: setting["origin"] for setting in client.get("/api/settings").json()}
    assert found["min_n"] == "cesta.yaml"
    assert found["week_start"] == "default"

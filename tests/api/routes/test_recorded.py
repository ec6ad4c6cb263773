"""What was recorded of visits, over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


def test_a_click_of_posthog_is_listed_by_its_page(client: TestClient[Any], workspace: Workspace) -> None:
    assert client.get("/api/recorded").json() == {"pages": [], "recordings": []}
    key = Keys(workspace.data).create("web", 0)
    click = {"event": "$autocapture", "distinct_id": "d1", "properties": {"$current_url": "https://shop.example/hat"}}
    client.post("/e/", json={"api_key": key, "batch": [click]})
    (page,) = client.get("/api/recorded").json()["pages"]
    assert (page["source"], page["page"], page["clicks"]) == ("web", "https://shop.example/hat", 1)

"""A workspace that is served alone is listed alone, at the door."""

from __future__ import annotations

from litestar.testing import TestClient

from cesta.api.house import House


def test_alone_at_the_door(client: TestClient[House]) -> None:
    (only,) = client.get("/api/workspaces").json()
    assert (only["name"], only["address"], only["here"]) == ("The small shop", "/", True)

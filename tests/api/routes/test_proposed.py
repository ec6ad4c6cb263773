"""What keeps a map true, over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

MAP = "/api/maps/buy-clothes"


def test_proposals_are_dismissed_with_a_reason(client: TestClient[Any]) -> None:
    found = client.get(f"{MAP}/proposals").json()
    assert found["map"] == "buy-clothes"
    said = client.post(f"{MAP}/proposals/add-nothing/dismiss", json={"reason": "why"}).json()
    assert said["error"]["code"] == "unknown_proposal"
    for one in found["proposals"][:1]:
        left = client.post(f"{MAP}/proposals/{one['key']}/dismiss", json={"reason": "a test"}).json()
        assert one["key"] not in [other["key"] for other in left["proposals"]]
        assert left["dismissed"] == found["dismissed"] + 1


def test_drift_says_how_much_was_watched(client: TestClient[Any]) -> None:
    found = client.get(f"{MAP}/drift").json()
    assert found["compared"] > 0
    assert isinstance(found["changes"], list)

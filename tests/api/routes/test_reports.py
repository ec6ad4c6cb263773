"""A segment's report over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient


def test_a_segment_against_everybody_else(client: TestClient[Any]) -> None:
    found = client.get("/api/segments/app-shoppers/report").json()
    assert (found["name"], found["customers"]["unit"]) == ("App shoppers", "people")
    assert found["maps"][0]["map"] == "buy-clothes"
    assert client.get("/api/segments/nobody/report").json()["error"]["code"] == "unknown_segment"

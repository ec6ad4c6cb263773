"""One customer's timeline over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.samples.small_shop import events


def test_all_that_she_did_in_order(client: TestClient[Any]) -> None:
    answer = client.get("/api/customers/ann", params={"map": "buy-clothes"}).json()
    mine = [event for event in events() if event["customer"] == "ann"]
    assert [event["event"] for event in answer["events"]] == [event["event"] for event in mine]
    assert answer["customer"] == "ann"


def test_without_a_map(client: TestClient[Any]) -> None:
    answer = client.get("/api/customers/ann").json()
    assert answer["events"]
    assert all(event["touchpoint"] is None for event in answer["events"])

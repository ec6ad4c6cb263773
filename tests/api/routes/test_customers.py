"""One customer's timeline over HTTP."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.samples.retail.small import small


def test_all_that_she_did_in_order(client: TestClient[Any]) -> None:
    her = small()[0]["customer"]
    answer = client.get(f"/api/customers/{her}", params={"map": "buy-clothes"}).json()
    hers = [event for event in small() if event["customer"] == her]
    assert [event["event"] for event in answer["events"]] == [event["event"] for event in hers]
    assert answer["customer"] == her


def test_without_a_map(client: TestClient[Any]) -> None:
    answer = client.get(f"/api/customers/{small()[0]['customer']}").json()
    assert answer["events"]
    assert all(event["touchpoint"] is None for event in answer["events"])

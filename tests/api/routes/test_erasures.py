"""Customers erased over HTTP, with a report of what became of copies."""

from __future__ import annotations

import json
from typing import Any

from litestar.testing import TestClient

from cesta.samples.retail.small import small


def test_who_is_erased_is_in_no_answer_any_more(client: TestClient[Any]) -> None:
    her = small()[0]["customer"]
    before = client.get("/api/workspace").json()["events_total"]
    done = client.post("/api/erasures", json={"ids": [her]})
    assert (done.status_code, done.json()["ids"]) == (200, [her])
    assert done.json()["not_searched"]
    hers = sum(event["customer"] == her for event in small())
    assert client.get("/api/workspace").json()["events_total"] == before - hers
    assert client.get(f"/api/customers/{her}").status_code == 404
    again = client.post("/api/erasures", json={"ids": [her]})
    assert (again.status_code, again.json()["error"]["code"]) == (404, "unknown_customer")
    for wrong in ([], ["a\ud800"]):
        assert client.post("/api/erasures", content=json.dumps({"ids": wrong})).status_code == 400

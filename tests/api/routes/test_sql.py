"""SQL over HTTP: what the function answers, for the owner's own page and programs alone."""

from __future__ import annotations

import io
from typing import Any

from litestar.testing import TestClient

from cesta.api.sql import read_stream
from cesta.samples.retail.small import small

COUNT = {"sql": "select count(*) as n, count(distinct customer) as who from events"}


def test_rows_come_with_their_columns(client: TestClient[Any]) -> None:
    answer = client.post("/api/sql", json=COUNT)
    customers = {event["customer"] for event in small()}
    assert answer.status_code == 200
    assert answer.json()["rows"] == [[len(small()), len(customers)]]
    assert answer.json()["columns"] == [{"name": "n", "type": "int64"}, {"name": "who", "type": "int64"}]


def test_a_stream_brings_the_same(client: TestClient[Any]) -> None:
    answer = client.post("/api/sql/arrow", json=COUNT)
    assert answer.headers["content-type"] == "application/vnd.apache.arrow.stream"
    assert read_stream(io.BytesIO(answer.content)).read_all().to_pylist()[0]["n"] == len(small())


def test_mistakes_are_told(client: TestClient[Any]) -> None:
    for address in ("/api/sql", "/api/sql/arrow"):
        answer = client.post(address, json={"sql": "select * from evnts"})
        assert answer.status_code == 400
        assert answer.json()["error"]["hint"] == 'Did you mean "events"?'


def test_another_sites_page_may_not_ask(client: TestClient[Any]) -> None:
    answer = client.post("/api/sql", json=COUNT, headers={"origin": "https://evil.example"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "foreign_origin")

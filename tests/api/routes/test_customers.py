"""Customers over HTTP: timelines, what is known, the file about one, finding them, the list of all."""

from __future__ import annotations

import io
import zipfile
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


def test_what_is_known_of_her_and_the_file_about_her(client: TestClient[Any]) -> None:
    her = small()[0]["customer"]
    known = client.get(f"/api/customers/{her}/profile", params={"lang": "cs"}).json()
    assert known["events"] == sum(event["customer"] == her for event in small())
    assert {"id": "events", "name": "Události", "kind": "activity", "value": known["events"], "unit": "times"} in known[
        "computed"
    ]
    file = client.get(f"/api/customers/{her}/file")
    assert file.headers["content-disposition"] == f"attachment; filename*=UTF-8''{her}.zip"
    assert "README.txt" in zipfile.ZipFile(io.BytesIO(file.content)).namelist()
    for part in ("/profile", "/file", ""):
        assert client.get(f"/api/customers/nobody{part}").json()["error"]["code"] == "unknown_customer"


def test_all_of_them_page_by_page(client: TestClient[Any]) -> None:
    everybody = sorted({str(event["customer"]) for event in small()})
    first = client.get("/api/customers", params={"limit": 5}).json()
    assert ([one["id"] for one in first["customers"]], first["total"]) == (everybody[:5], len(everybody))
    second = client.get("/api/customers", params={"limit": 5, "after": first["next"]}).json()
    assert [one["id"] for one in second["customers"]] == everybody[5:10]
    assert client.get("/api/customers", params={"limit": 0}).status_code == 400


def test_found_by_what_names_them(client: TestClient[Any]) -> None:
    with_order = next(event for event in small() if event["event"] == "purchase")
    properties: Any = with_order["props"]
    text = properties["order_id"]
    while not (found := client.get("/api/find", params={"text": text}).json())["complete"]:
        pass
    assert (found["matches"][0]["customer"], found["matches"][0]["by"]) == (with_order["customer"], "order")
    assert client.get("/api/switches").json()["contacts"] > 0

"""What is seen and changed is written down with who did it, before the answer goes out; looking at numbers is not."""

from __future__ import annotations

from typing import Any

from litestar import get
from litestar.testing import TestClient

from cesta.accounts.record import Entry
from cesta.api.house import House
from cesta.api.noting import path_of
from cesta.api.served import Served


def entries(served: Served) -> list[Entry]:
    return served.gate.accounts.record.entries()


def test_looking_at_maps_leaves_nothing(client: TestClient[House], served: Served) -> None:
    for path in ("/api/maps", "/api/maps/buy-clothes", "/", "/health", "/api/me"):
        assert client.get(path).status_code == 200
    assert entries(served) == []


def test_seeing_a_customer_is_noted_without_her_id(client: TestClient[House], served: Served) -> None:
    customer = served.workspace.columns().customers[0]
    assert client.get(f"/api/customers/{customer}").status_code == 200
    assert client.get("/api/customers/nobody-at-all").status_code == 404
    (entry,) = entries(served)
    assert (entry.via, entry.what, entry.status) == ("machine", "GET /api/customers/{customer}", 200)
    assert entry.customer == served.gate.accounts.record.name_of(customer) != customer


def test_erasing_her_makes_the_entry_nobodys(client: TestClient[House], served: Served) -> None:
    customer = str(served.workspace.columns().customers[0])
    client.get(f"/api/customers/{customer}")
    named = served.gate.accounts.record.name_of(customer)
    assert client.post("/api/erasures", json={"ids": [customer]}).status_code == 200
    assert served.gate.accounts.record.name_of(customer) == ""
    assert [entry.what for entry in entries(served)] == ["POST /api/erasures", "GET /api/customers/{customer}"]
    assert entries(served)[1].customer == named
    for path in served.workspace.data.glob("record.sqlite*"):
        assert customer.encode() not in path.read_bytes()


def test_lists_behind_numbers_are_noted_and_numbers_are_not(client: TestClient[House], served: Served) -> None:
    question = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"]}}
    client.post("/api/ask", json=question)
    assert entries(served) == []
    client.post("/api/ask", json={**question, "behind": "/counts/0"})
    client.get("/api/maps/buy-clothes/behind", params={"pointer": "/stages/0/reached"})
    assert [(entry.what, entry.about) for entry in entries(served)] == [
        ("GET /api/maps/{map_id}/behind", "buy-clothes"),
        ("POST /api/ask", ""),
    ]


def test_what_failed_changed_nothing_and_is_not_noted(client: TestClient[House], served: Served) -> None:
    assert client.post("/api/maps", json={"id": "x", "text": "no map"}).status_code == 400
    assert entries(served) == []


def test_places_of_the_same_shape_keep_their_own_rules() -> None:
    @get("/api/uploads/{upload:str}")
    async def route(upload: str) -> None: ...

    handler: Any = route
    assert path_of(handler, "/api/uploads/{name}") == "/api/uploads/{upload}"
    assert path_of(handler, "/api/openapi/{path}") == "/api/openapi/{path}"

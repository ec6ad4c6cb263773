"""People with access, over HTTP: invited, given roles, removed; their sessions and tokens; the record."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api.gate import now
from cesta.api.house import House
from cesta.api.served import Served


@pytest.fixture
def owner(client: TestClient[House], served: Served) -> TestClient[House]:
    """Signed in as jana."""
    accounts = served.gate.accounts
    jana = accounts.people.add("jana", "Jana", "owner", 1)
    accounts.people.set_password(jana.id, "a hash")
    client.cookies.set(f"cesta-{accounts.name}", accounts.sessions.begin(jana.id, "", now()))
    return client


def called(client: TestClient[House], login: str) -> dict[str, Any]:
    people: list[dict[str, Any]] = client.get("/api/access/people").json()["people"]
    return next(one for one in people if one["login"] == login)


def test_somebody_is_invited_and_gets_another_role(owner: TestClient[House]) -> None:
    made = owner.post("/api/access/people", json={"login": "ann@shop.example", "role": "viewer"}).json()
    assert (made["kind"], len(made["link"])) == ("invite", 43)
    ann = called(owner, "ann@shop.example")
    assert (ann["role"], ann["waiting_for"], ann["mine"]) == ("viewer", "invite", False)
    again = owner.post("/api/access/people", json={"login": "ANN@shop.example", "role": "viewer"})
    assert (again.status_code, again.json()["error"]["code"]) == (409, "person_exists")
    owner.post(f"/api/access/people/{ann['id']}/role", json={"role": "editor"})
    assert called(owner, "ann@shop.example")["role"] == "editor"
    other = owner.post(f"/api/access/people/{ann['id']}/link").json()
    assert other["link"] != made["link"]
    assert owner.post("/api/me/link", json={"link": made["link"]}).status_code == 404


def test_the_last_owner_cannot_leave(owner: TestClient[House]) -> None:
    jana = called(owner, "jana")
    for answer in (
        owner.delete(f"/api/access/people/{jana['id']}"),
        owner.post(f"/api/access/people/{jana['id']}/role", json={"role": "viewer"}),
    ):
        assert (answer.status_code, answer.json()["error"]["code"]) == (409, "last_owner")


def test_who_is_removed_is_out_at_once(owner: TestClient[House], served: Served) -> None:
    accounts = served.gate.accounts
    ann = accounts.people.add("ann", "Ann", "analyst", 2)
    secret = accounts.sessions.begin(ann.id, "", now())
    token, _ = accounts.tokens.create(ann.id, "x", ["read"], None, now())
    people = owner.delete(f"/api/access/people/{ann.id}").json()["people"]
    assert [one["login"] for one in people] == ["jana"]
    shown = {"authorization": f"Bearer {token}"}
    owner.cookies.clear()
    hers = {"cookie": f"cesta-{accounts.name}={secret}"}
    assert owner.get("/api/maps", headers=hers).status_code == 401
    assert owner.get("/api/maps", headers=shown).status_code == 401


def test_an_owner_ends_anybodys_session_and_token(owner: TestClient[House], served: Served) -> None:
    accounts = served.gate.accounts
    ann = accounts.people.add("ann", "Ann", "analyst", 2)
    accounts.sessions.begin(ann.id, "", now())
    accounts.tokens.create(ann.id, "x", ["read"], None, now())
    access = called(owner, "ann")["access"]
    owner.delete(f"/api/access/sessions/{access['sessions'][0]['id']}")
    owner.delete(f"/api/access/tokens/{access['tokens'][0]['id']}")
    assert called(owner, "ann")["access"] == {"sessions": [], "tokens": []}
    assert owner.delete("/api/access/sessions/none").status_code == 404
    assert owner.delete("/api/access/tokens/none").status_code == 404


def test_the_record_tells_who_saw_a_customer(owner: TestClient[House], served: Served) -> None:
    customer = str(served.workspace.columns().customers[0])
    owner.get(f"/api/customers/{customer}")
    page = owner.get("/api/access/record", params={"customer": customer}).json()
    (entry,) = page["entries"]
    assert (entry["name"], entry["what"], page["next"]) == ("Jana", "GET /api/customers/{customer}", None)
    newest = owner.get("/api/access/record", params={"limit": 1}).json()
    assert newest["entries"][0]["what"] == "GET /api/access/record"
    assert newest["next"] == newest["entries"][0]["seq"]

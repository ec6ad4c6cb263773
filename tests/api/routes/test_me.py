"""Oneself, over HTTP: the first password, signing in and out, changing it, links, tokens and sessions."""

from __future__ import annotations

from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.accounts.passwords import hashed
from cesta.accounts.throttle import MOST
from cesta.api.house import House
from cesta.api.served import Served

GOOD, OTHER = "corn lamp seven rivers", "slow green paper boats"


@pytest.fixture(scope="module")
def kept() -> str:
    return hashed(GOOD)


@pytest.fixture
def guarded(served: Served, kept: str) -> Served:
    people = served.gate.accounts.people
    people.set_password(people.add("jana", "Jana", "owner", 1).id, kept)
    return served


def code(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["error"]["code"]


def cookie_of(cookies: dict[str, str]) -> dict[str, str]:
    return {"cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())}


def sign_in(client: TestClient[House], password: str = GOOD) -> Any:
    return client.post("/api/me/sign-in", json={"login": "jana", "password": password})


def test_the_first_password_guards_everything_at_once(client: TestClient[House]) -> None:
    assert client.get("/api/me").json() == {
        "guarded": False,
        "id": "",
        "login": "",
        "name": "",
        "role": "owner",
        "letters": False,
    }
    weak = client.post("/api/me/begin", json={"login": "jana", "name": "Jana", "password": "jana"})
    assert code(weak) == (400, "weak_password")
    begun = client.post("/api/me/begin", json={"login": "jana", "name": "Jana", "password": GOOD})
    assert (begun.status_code, begun.json()["role"], begun.json()["guarded"]) == (200, "owner", True)
    assert client.get("/api/workspace").status_code == 200
    client.cookies.clear()
    assert code(client.get("/api/workspace")) == (401, "not_signed_in")
    assert client.get("/api/me").json()["role"] is None
    assert code(client.post("/api/me/begin", json={"login": "eve", "name": "", "password": OTHER}))[0] == 401
    assert client.get("/ready").status_code in (200, 503)
    assert client.get("/health").status_code == 200


def test_signing_in_and_out(client: TestClient[House], guarded: Served) -> None:
    wrong = sign_in(client, OTHER)
    assert (code(wrong), "set-cookie" in wrong.headers) == ((401, "wrong_password"), False)
    right = sign_in(client)
    assert (right.status_code, right.json()["name"]) == (200, "Jana")
    cookie = right.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    first = dict(client.cookies)
    assert sign_in(client).headers["set-cookie"] != cookie
    assert client.get("/api/workspace").status_code == 200
    assert client.post("/api/me/sign-out").json()["role"] is None
    client.cookies.clear()
    assert code(client.get("/api/workspace")) == (401, "not_signed_in")
    assert client.get("/api/workspace", headers=cookie_of(first)).status_code == 200
    told = [(entry.name, entry.status) for entry in guarded.gate.accounts.record.entries()]
    assert told == [("Jana", 200), ("Jana", 200), ("Jana", 401)]


@pytest.mark.usefixtures("guarded")
def test_a_session_that_was_signed_out_is_dead_wherever_it_was_copied(client: TestClient[House]) -> None:
    sign_in(client)
    copied = dict(client.cookies)
    client.post("/api/me/sign-out")
    client.cookies.clear()
    assert code(client.get("/api/workspace", headers=cookie_of(copied))) == (401, "not_signed_in")


def test_too_many_wrong_passwords(client: TestClient[House], guarded: Served) -> None:
    for n in range(MOST["account"]):
        guarded.gate.accounts.throttle.failed("jana", f"10.0.0.{n}")
    assert code(sign_in(client)) == (429, "too_many_tries")


@pytest.mark.usefixtures("guarded")
def test_a_foreign_page_cannot_sign_anybody_in(client: TestClient[House]) -> None:
    answer = client.post(
        "/api/me/sign-in", json={"login": "jana", "password": GOOD}, headers={"origin": "https://evil.example"}
    )
    assert code(answer) == (403, "foreign_origin")


@pytest.mark.usefixtures("guarded")
def test_changing_the_password_ends_the_other_sessions(client: TestClient[House]) -> None:
    sign_in(client)
    before = dict(client.cookies)
    assert code(client.post("/api/me/password", json={"old": OTHER, "new": OTHER})) == (401, "wrong_password")
    assert client.post("/api/me/password", json={"old": GOOD, "new": OTHER}).status_code == 200
    assert client.get("/api/workspace").status_code == 200
    client.cookies.clear()
    assert client.get("/api/workspace", headers=cookie_of(before)).status_code == 401


def test_a_link_lets_somebody_set_a_password_once(client: TestClient[House], guarded: Served) -> None:
    accounts = guarded.gate.accounts
    secret, _ = accounts.link_for(accounts.people.add("ann", "Ann", "viewer", 2), 4 * 10**15)
    assert client.post("/api/me/link", json={"link": secret}).json() == {
        "kind": "invite", "login": "ann", "name": "Ann",
    }  # fmt: skip
    assert client.post("/api/me/link/use", json={"link": secret, "password": OTHER}).json()["role"] == "viewer"
    assert client.get("/api/maps").status_code == 200
    assert code(client.get("/api/loads")) == (403, "not_allowed")
    for path, more in (("link", {}), ("link/use", {"password": OTHER})):
        assert code(client.post(f"/api/me/{path}", json={"link": secret, **more})) == (404, "dead_link")


@pytest.mark.usefixtures("guarded")
def test_a_token_is_shown_once_acts_and_is_revoked(client: TestClient[House]) -> None:
    sign_in(client)
    made = client.post("/api/me/tokens", json={"name": "nightly", "scopes": ["read"], "days": 30}).json()
    (listed,) = client.get("/api/me/access").json()["tokens"]
    assert listed == made["token"]
    assert made["secret"] not in str(listed)
    client.cookies.clear()
    shown = {"authorization": f"Bearer {made['secret']}"}
    assert client.get("/api/maps", headers=shown).status_code == 200
    assert code(client.post("/api/erasures", json={"ids": ["x"]}, headers=shown)) == (403, "not_allowed")
    assert code(client.post("/api/me/tokens", json={"name": "x", "scopes": ["read"]}, headers=shown))[0] == 403
    sign_in(client)
    assert client.delete(f"/api/me/tokens/{listed['id']}").json()["tokens"] == []
    client.cookies.clear()
    assert code(client.get("/api/maps", headers=shown)) == (401, "unknown_token")


def test_one_ends_ones_own_sessions_and_nobody_elses(client: TestClient[House], guarded: Served) -> None:
    accounts = guarded.gate.accounts
    ann = accounts.people.add("ann", "Ann", "viewer", 2)
    hers = accounts.sessions.begin(ann.id, "", 4 * 10**15)
    whose = accounts.sessions.who(hers, 4 * 10**15)
    assert whose is not None
    sign_in(client)
    client.delete(f"/api/me/sessions/{whose.session}")
    assert accounts.sessions.who(hers, 4 * 10**15) is not None
    (mine,) = [one for one in client.get("/api/me/access").json()["sessions"] if one["mine"]]
    client.delete(f"/api/me/sessions/{mine['id']}")
    assert code(client.get("/api/me/access")) == (401, "not_signed_in")


def test_without_an_account_there_is_nothing_of_ones_own(client: TestClient[House]) -> None:
    assert code(client.get("/api/me/access")) == (400, "no_account")

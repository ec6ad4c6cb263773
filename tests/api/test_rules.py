"""Every route refuses each role that it should, and lets in each that it should: asked of the running app."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.accounts.roles import ROLES, SCOPES, Role
from cesta.api.app import routes
from cesta.api.gate import now
from cesta.api.house import House
from cesta.api.rules import LOOK_INSIDE, RULES, rule_of
from cesta.api.served import Served

ROOT = Path(__file__).resolve().parents[2]
BASE = "http://127.0.0.1:8000"
UNLISTED = (
    "/api/openapi",
    "/api/openapi/openapi.json",
    "/metrics",
    "/api/live",
    "/api/segments/live",
    "/api/sources/arriving",
    "/shared/{secret}",
    "/",
    "/maps",
)
"""Routes that the described interface leaves out."""
ANYBODY = {
    "GET /health", "GET /ready", "GET /", "GET /maps", "GET /api/me", "POST /api/me/sign-in", "POST /api/me/sign-out",
    "POST /api/me/link", "POST /api/me/link/use", "POST /api/me/forgotten", "GET /shared/{secret}",
}  # fmt: skip
"""All that is open to who has not signed in; written here by hand, as the second witness."""
HEARD = "POST /api/customers/{customer}/consents"
"""Whoever speaks with customers writes down what they allow."""
READERS = {"POST /api/ask", "POST /api/tables"} | ANYBODY
OWNERS = ("/api/access/", "/api/erasures", "/api/me/begin", "/api/mail", "/api/suppressions")


def described() -> list[tuple[str, str]]:
    """Every method and path of the interface, but for the addresses where clients send."""
    paths = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))["paths"]
    found = [
        (method.upper(), path)
        for path, methods in paths.items()
        for method, route in methods.items()
        if "collection" not in route.get("tags", [])
    ]
    return [*found, *(("GET", path) for path in UNLISTED)]


ROUTES = described()
IDS = [f"{method} {path}" for method, path in ROUTES]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory, shop_maker: Any) -> Iterator[Served]:
    with shop_maker(tmp_path_factory.mktemp("rules") / "shop") as workspace:
        served = Served(workspace)
        # Streams end at once when the server is leaving.
        served.leaving.set()
        people = served.gate.accounts.people
        for role in ROLES:
            person = people.add(role, role, role, 1)
            people.set_password(person.id, "a hash that no password has")
        yield served


@pytest.fixture(scope="module")
def client(shop: Served) -> Iterator[TestClient[House]]:
    with TestClient(House({"shop": shop}), base_url=BASE, raise_server_exceptions=False) as client:
        yield client


def session_of(shop: Served, role: str) -> dict[str, str]:
    accounts = shop.gate.accounts
    secret = accounts.sessions.begin(accounts.people.called(role).id, "", now())
    return {"cookie": f"cesta-{accounts.name}={secret}"}


def token_of(shop: Served, role: str, *scopes: str) -> dict[str, str]:
    accounts = shop.gate.accounts
    secret, _ = accounts.tokens.create(accounts.people.called(role).id, "a program", scopes, None, 1)
    return {"authorization": f"Bearer {secret}"}


def status(client: TestClient[House], method: str, path: str, headers: dict[str, str]) -> int:
    """What a request without anything in it comes to: whoever is let in may be told that it makes no sense."""
    where = re.sub(r"\{\w+\}", "none", path)
    content = b"{}" if method in ("POST", "PUT") else None
    return client.request(method, where, headers=headers, content=content).status_code


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=IDS)
def test_each_role_gets_in_where_it_should_and_nowhere_else(
    client: TestClient[House], shop: Served, method: str, path: str
) -> None:
    rule = rule_of(method, path if path != "/maps" else "/{path}")
    assert rule is not None, f"{method} {path} has no rule: add it to RULES in cesta.api.rules"
    for role in ROLES:
        came = status(client, method, path, session_of(shop, role))
        if rule.roles is None or role in rule.roles:
            assert came not in (403, 405, 500, 503), (role, came)
            assert came != 401 or path == "/api/me/sign-in", (role, came)
        else:
            assert came == 403, (role, came)
    nobody = status(client, method, path, {})
    assert (nobody == 401 and path != "/api/me/sign-in") == (rule.roles is not None), nobody


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=IDS)
def test_a_token_does_what_it_is_for_and_nothing_else(
    client: TestClient[House], shop: Served, method: str, path: str
) -> None:
    rule = rule_of(method, path if path != "/maps" else "/{path}")
    assert rule is not None
    for scope in SCOPES:
        came = status(client, method, path, token_of(shop, "owner", scope))
        let_in = rule.roles is None or rule.scope == scope
        assert (came != 403) == let_in, (scope, came)


def test_a_draft_is_seen_by_those_who_may_see_drafts(client: TestClient[House], shop: Served) -> None:
    paths = ("", "/behind?pointer=/people", "/voices?touchpoint=cart", "/barriers")
    for role in ROLES:
        inside = role in LOOK_INSIDE.roles if LOOK_INSIDE.roles else False
        for path in paths:
            where = f"/api/maps/buy-clothes{path}{'&' if '?' in path else '?'}draft=true"
            assert (client.get(where, headers=session_of(shop, role)).status_code == 200) == inside, (role, path)


def test_the_rules_are_what_people_were_told() -> None:
    """The same once more, by principle: what is open, who only looks, what is the owner's."""
    for asked in IDS:
        method, path = asked.split(" ")
        rule = rule_of(method, path if path != "/maps" else "/{path}")
        assert rule is not None
        roles: tuple[Role, ...] = ROLES if rule.roles is None else rule.roles
        assert (rule.roles is None) == (asked in ANYBODY), asked
        assert "owner" in roles, asked
        if path.startswith(OWNERS):
            assert roles == ("owner",), asked
        if method != "GET" and asked not in READERS and not path.startswith("/api/me/"):
            assert not {"viewer", "agent"} & set(roles) or (asked == HEARD and "viewer" not in roles), asked
            assert rule.recorded or path in ("/api/proposal", "/api/bring", "/api/surveys/check"), asked
        if "customer" in path:
            assert "viewer" not in roles, asked


def test_no_rule_is_of_a_route_that_is_gone() -> None:
    known = set()
    for route in routes().routes:
        path = re.sub(r":\w+\}", "}", route.path)
        known |= {f"{method} {path}" for method in getattr(route, "methods", ())}
    assert set(RULES) <= known


def test_a_route_without_a_rule_lets_nobody_in(
    client: TestClient[House], shop: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = {name: rule for name, rule in RULES.items() if name != "GET /api/maps"}
    monkeypatch.setattr("cesta.api.rules.RULES", without)
    assert status(client, "GET", "/api/maps", session_of(shop, "owner")) == 403
    assert status(client, "GET", "/api/maps", {}) == 403


def test_who_sees_averages_only_sees_no_list_behind_them(client: TestClient[House], shop: Served) -> None:
    question: dict[str, Any] = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"]}}
    for role in ROLES:
        headers = session_of(shop, role)
        assert client.post("/api/ask", json=question, headers=headers).status_code == 200
        behind = client.post("/api/ask", json={**question, "behind": "/counts/0"}, headers=headers)
        assert (behind.status_code == 200) == (role in ("owner", "editor", "analyst")), role
        listed = client.post("/api/ask", json={"analysis": "collapse", "per_customer": True}, headers=headers)
        assert (listed.status_code == 200) == (role in ("owner", "editor", "analyst")), role
        named = {**question, "params": {**question["params"], "segment": {"customers": ["ann"]}}}
        about = client.post("/api/ask", json=named, headers=headers)
        assert (about.status_code != 403) == (role in ("owner", "editor", "analyst")), role


def test_a_saved_question_about_somebody_is_not_for_who_sees_averages_only(
    client: TestClient[House], shop: Served
) -> None:
    asked = {"analysis": "funnel", "params": {"steps": ["visit", "purchase"], "segment": {"customers": ["ann"]}}}
    saved = client.post("/api/questions", json={"id": "of-ann", "question": asked}, headers=session_of(shop, "analyst"))
    assert saved.status_code == 201
    for role in ROLES:
        answer = client.post("/api/ask", json={"question": "of-ann"}, headers=session_of(shop, role))
        assert (answer.status_code == 200) == (role in ("owner", "editor", "analyst")), role


def test_files_of_the_machine_are_not_for_the_screen(client: TestClient[House], shop: Served) -> None:
    for path in ("/api/loads", "/api/loads/guess"):
        refused = client.post(path, json={"files": ["/etc/passwd"]}, headers=session_of(shop, "owner"))
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "not_allowed")
    mapping = {"files": ["0" * 16], "mapping": "/etc/passwd"}
    assert client.post("/api/loads", json=mapping, headers=session_of(shop, "owner")).status_code in (403, 404)

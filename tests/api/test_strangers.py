"""Two workspaces at one address that wish each other ill: nothing that opens one opens any route of the other."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from litestar.testing import TestClient

from cesta.accounts.roles import SCOPES
from cesta.api.gate import now
from cesta.api.house import House
from cesta.api.rules import rule_of
from cesta.api.served import Served
from cesta.store.lock import own, read_secret
from cesta.store.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]
PATHS = json.loads((ROOT / "web" / "openapi.json").read_text(encoding="utf-8"))["paths"]
ROUTES = [
    (method.upper(), path)
    for path, methods in PATHS.items()
    for method, route in methods.items()
    if "collection" not in route.get("tags", [])
]


@pytest.fixture(scope="module")
def rooms(
    tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]
) -> Iterator[dict[str, Served]]:
    parent = tmp_path_factory.mktemp("street")
    with shop_maker(parent / "mine") as mine, shop_maker(parent / "theirs") as theirs:
        rooms = {"mine": Served(mine), "theirs": Served(theirs)}
        for served in rooms.values():
            served.leaving.set()
            people = served.gate.accounts.people
            # The same login, and even the same hash of a password.
            people.set_password(people.add("jana", "Jana", "owner", 1).id, "a hash")
        with own(parent / "mine", "http://127.0.0.1:8000"), own(parent / "theirs", "http://127.0.0.1:8000/w/theirs"):
            yield rooms


@pytest.fixture(scope="module")
def client(rooms: dict[str, Served]) -> Iterator[TestClient[House]]:
    with TestClient(House(rooms), base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


def openers(mine: Served, theirs: Served) -> dict[str, dict[str, str]]:
    """All that opens mine: as it is, and dressed up as if it were theirs."""
    accounts, me = mine.gate.accounts, mine.gate.accounts.people.called("jana").id
    session = accounts.sessions.begin(me, "", now())
    token, _ = accounts.tokens.create(me, "a program", SCOPES, None, now())
    command = read_secret(mine.workspace.root)
    return {
        "cookie": {"cookie": f"cesta-{accounts.name}={session}"},
        "their cookie": {"cookie": f"cesta-{theirs.gate.accounts.name}={session}"},
        "token": {"authorization": f"Bearer {token}"},
        "command": {"authorization": f"Bearer {command}"},
        "token as cookie": {"cookie": f"cesta-{theirs.gate.accounts.name}={token}"},
    }


@pytest.mark.parametrize(("method", "path"), ROUTES, ids=[f"{method} {path}" for method, path in ROUTES])
def test_what_opens_one_opens_nothing_of_the_other(
    client: TestClient[House], rooms: dict[str, Served], method: str, path: str
) -> None:
    rule = rule_of(method, path)
    assert rule is not None
    where = re.sub(r"\{\w+\}", "none", path)
    content = b"{}" if method in ("POST", "PUT") else None
    for mine, theirs, door in (("mine", "theirs", "/w/theirs"), ("theirs", "mine", ""), ("theirs", "mine", "/w/mine")):
        for name, headers in openers(rooms[mine], rooms[theirs]).items():
            came = client.request(method, door + where, headers=headers, content=content)
            if rule.roles is None:
                assert "Jana" not in came.text, (door, name)
            else:
                assert came.status_code == 401, (door, name, came.text)


@pytest.mark.parametrize(
    "path", ["/w/mine/../theirs", "/w/mine/%2e%2e/theirs", "/w/theirs/../../w/theirs", "/w/mine//w/theirs"]
)
def test_no_winding_path_leads_across(client: TestClient[House], rooms: dict[str, Served], path: str) -> None:
    headers = openers(rooms["mine"], rooms["theirs"])["cookie"]
    before = rooms["theirs"].gate.accounts.record.entries()
    came = client.get(f"{path}/api/loads", headers=headers)
    # The start page of the screen is the same for everybody and knows nothing.
    assert came.status_code in (401, 404) or came.headers["content-type"].startswith("text/html")
    assert rooms["theirs"].gate.accounts.record.entries() == before


def test_nobody_hears_of_a_workspace_that_she_may_not_open(client: TestClient[House], rooms: dict[str, Served]) -> None:
    headers = openers(rooms["mine"], rooms["theirs"])["cookie"]
    assert [one["id"] for one in client.get("/api/workspaces", headers=headers).json()] == ["mine"]
    both = {"cookie": f"{headers['cookie']}; {openers(rooms['theirs'], rooms['mine'])['cookie']['cookie']}"}
    assert [one["id"] for one in client.get("/api/workspaces", headers=both).json()] == ["mine", "theirs"]
    told = client.get("/w/their/api/maps", headers=headers)
    assert (told.status_code, "theirs" in told.text) == (404, False)


def test_one_that_was_never_guarded_stays_open_beside_one_that_is(
    tmp_path: Path, shop_maker: Callable[[Path], Workspace]
) -> None:
    with shop_maker(tmp_path / "open") as first, shop_maker(tmp_path / "shut") as second:
        rooms = {"open": Served(first), "shut": Served(second)}
        people = rooms["shut"].gate.accounts.people
        people.set_password(people.add("jana", "Jana", "owner", 1).id, "a hash")
        with TestClient(House(rooms), base_url="http://127.0.0.1:8000") as client:
            assert client.get("/api/maps").status_code == 200
            assert client.get("/w/shut/api/maps").status_code == 401

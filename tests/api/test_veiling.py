"""An analyst who sees customers under pseudonyms finds no e-mail, phone or name of anybody in any answer there is."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from litestar.types import Message, Receive, Scope, Send
from tests.api.test_strangers import ROUTES

from cesta.accounts.roles import SCOPES, Role
from cesta.api.gate import now
from cesta.api.house import House
from cesta.api.rules import rule_of
from cesta.api.served import Served
from cesta.api.veiling import Veiling
from cesta.consent.purposes import FILE
from cesta.ingest.door import accept, take
from cesta.ingest.load import load
from cesta.ingest.mapping import parse_mapping
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.privacy.consent import Spoken, write_down
from cesta.store.workspace import Workspace

MAIL, PHONE, NAME, CARD = "zaneta.pruvodce@tajne.example", "+48 601 987 654", "Žaneta Průvodcová", "card-zp-77001"
PLANTED = (MAIL, "zaneta.pruvodce", PHONE, "601 987 654", "601987654", NAME, "Průvodcová", CARD)
RULES = """\
cesta: privacy/1
purposes: [{id: letters, name: Letters}]
masks:
  - {roles: [analyst], pseudonyms: true}
  - {roles: [agent], fields: [email, phone, text]}
"""
MAPPING = """
id: till
files: {till: till.csv}
events:
  - {event: purchase, from: till, customer: login, time: day, time_is: recorded, ids: {email: mail, card: card},
     properties: {email: mail, comment: said}}
"""
DAY = 1_770_000_000_000_000


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, shop_maker: Callable[[Path], Workspace]) -> Iterator[Served]:
    root = tmp_path_factory.mktemp("veiled")
    with shop_maker(root / "shop") as workspace:
        (workspace.root / FILE).write_text(RULES)
        plant(workspace, root)
        served = Served(workspace)
        served.leaving.set()
        yield served


def plant(workspace: Workspace, folder: Path) -> None:
    """She stands in traits, ids, words of her own, rows of a load, what could not be understood, and a consent."""
    ids = {"user_id": "zp", "anonymous_id": "visitor-zp"}
    traits = {"email": MAIL, "phone": PHONE, "name": NAME, "plan": "gold"}
    words = {"text": f"I am {NAME}, call {PHONE} or {MAIL}", "channel": "email", "topic": "delivery"}
    told = [("identify", "identify", traits), ("complaint", "track", words), ("visit", "page", {"url": f"/?m={MAIL}"})]
    arrivals = [
        Arrival(Event("web", str(n), "zp", name, DAY + n, dict(props)), kind, json.dumps(props), DAY, ids)
        for n, (name, kind, props) in enumerate(told)
    ]
    take(workspace, "web", arrivals)
    bad = {"customer": "zp", "event": "see", "ts": "never", "props": {"name": NAME, "phone": PHONE}}
    accept(workspace, [{"customer": MAIL, "event": "visit", "ts": "2026-02-03"}, bad], "api")
    (folder / "till.csv").write_text(f"login,day,mail,card,said\nzp,2026-02-04,{MAIL},{CARD},{NAME} was here\n")
    load(workspace, parse_mapping(MAPPING), folder)
    write_down(workspace, "zp", Spoken("letters", True, f"by phone {PHONE}"))


@pytest.fixture(scope="module")
def client(served: Served) -> Iterator[TestClient[House]]:
    house = House({"shop": served})
    with TestClient(house, base_url="http://127.0.0.1:8000", raise_server_exceptions=False) as client:
        yield client


def token(served: Served, role: Role) -> dict[str, str]:
    people = served.gate.accounts.people
    person = people.add(f"{role}-{len(people.every())}", role, role, 1).id
    people.set_password(person, "a hash")
    secret, _ = served.gate.accounts.tokens.create(person, "a program", SCOPES, None, now())
    return {"authorization": f"Bearer {secret}"}


@pytest.fixture(scope="module")
def roles(served: Served) -> dict[Role, dict[str, str]]:
    return {role: token(served, role) for role in ("owner", "analyst", "agent")}


def asked(served: Served, hers: str) -> Iterator[tuple[str, str, Any]]:
    """Every route that an analyst may call, with parts that are there; questions of many sorts."""
    workspace = served.workspace
    names = {
        "customer": hers, "map_id": "buy", "load": workspace.log.all_loads()[-1].load_id, "segment": "deal-seekers",
        "kind": "segments", "document": "deal-seekers", "kpi": "orders", "job": "none",
    }  # fmt: skip
    query = (
        f"customer={hers}&id={hers}&text={hers}&pointer=/stages/1/reached&format=csv&touchpoint=complaint&owner=jana"
    )
    for method, path in ROUTES:
        rule = rule_of(method, path)
        if rule is not None and rule.roles is not None and "analyst" in rule.roles and not path.startswith("/api/me"):
            where = re.sub(r"\{(\w+)\}", lambda part: names.get(part[1], "none"), path)
            for asking in ("", f"?{query}"):
                yield method, where + asking, {} if method in ("POST", "PUT") else None
    params: list[dict[str, Any]] = [
        {"analysis": "funnel", "params": {"steps": ["visit", "complaint"], "breakdown": each}, "behind": behind}
        for each in ("plan", "channel") for behind in (None, "/counts/0")
    ]  # fmt: skip
    params += [
        {"analysis": "collapse", "params": {"names": [], "segment": {"customers": [hers]}}, "per_customer": True}
    ]
    for question in params:
        yield "POST", "/api/ask", {name: part for name, part in question.items() if part is not None}
    for rule_text in ("did complaint", "did visit"):
        yield "POST", "/api/segments/preview", {"text": rule_text, "rule": rule_text}
    yield "GET", f"/api/find?text={MAIL}", None
    yield "GET", "/api/customers?search=pruvodce", None
    yield "POST", "/api/sql", {"sql": "select * from events"}


def found_in(client: TestClient[House], served: Served, headers: dict[str, str], hers: str) -> dict[str, list[str]]:
    """Where something planted stands."""
    found: dict[str, list[str]] = {}
    for method, path, body in asked(served, hers):
        came = client.request(method, path, headers=headers, json=body)
        assert came.status_code < 500, (method, path, came.text)
        # What somebody asked for may come back to them.
        text = came.text.replace(MAIL, "") if MAIL in path else came.text
        text = text.encode().decode("unicode_escape", "ignore") + text
        if told := [one for one in PLANTED if one.casefold() in text.casefold()]:
            found[f"{method} {path}"] = told
    return found


def test_nothing_planted_is_in_any_answer_for_an_analyst(
    client: TestClient[House], served: Served, roles: dict[Role, dict[str, str]]
) -> None:
    assert len(found_in(client, served, roles["owner"], "zp")) >= 12
    listed = client.get("/api/customers?limit=1000", headers=roles["analyst"]).json()["customers"]
    assert all(re.fullmatch(r"p-[a-z2-7]{16}", one["id"]) for one in listed)
    hers = next(one["id"] for one in listed if one["events"] >= 3 and "•••" in json.dumps(one, ensure_ascii=False))
    assert found_in(client, served, roles["analyst"], hers) == {}


def test_a_pseudonym_opens_what_it_stands_for(client: TestClient[House], roles: dict[Role, dict[str, str]]) -> None:
    whole = client.get("/api/customers/zp/profile", headers=roles["owner"]).json()
    for_all = client.get("/api/customers?limit=1000", headers=roles["analyst"]).json()["customers"]
    hers = next(one["id"] for one in for_all if one["events"] == whole["events"] and one["first"] == whole["first"])
    told = client.get(f"/api/customers/{hers}/profile", headers=roles["analyst"]).json()
    assert (told["customer"], told["events"], told["segments"]) == (hers, whole["events"], whole["segments"])
    assert {one["name"]: one["value"] for one in told["traits"]} == {
        "email": "•••", "name": "•••", "phone": "•••", "plan": "gold",
    }  # fmt: skip
    assert len(set(told["ids"])) == len(whole["ids"])
    question = {"analysis": "collapse", "params": {"names": [], "segment": {"customers": [hers]}}}
    assert client.post("/api/ask", headers=roles["analyst"], json=question).json()["customers"] == 1


@pytest.mark.parametrize(
    ("address", "body"),
    [
        ("/api/ask", {"analysis": "funnel", "params": {"steps": [{"event": "visit", "where": {"email": MAIL}}]}}),
        ("/api/ask", {"analysis": "funnel", "params": {"steps": ["visit"], "filter": "email like 'z%'"}}),
        ("/api/segments/preview", {"rule": "email = 'a' and visit"}),
        ("/api/ask", {"analysis": "collapse", "params": {"names": [], "segment": {"customers": ["zp"]}}}),
        ("/api/sql", {"sql": "select 1"}),
    ],
)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
def test_what_is_masked_cannot_be_asked_for(
    client: TestClient[House], roles: dict[Role, dict[str, str]], address: str, body: dict[str, Any], kind: str
) -> None:
    headers = {**roles["analyst"], "content-type": kind}
    for path in (address, f"{client.base_url}/{address}", f"{address}/"):
        came = client.post(path, headers=headers, content=json.dumps(body))
        assert (came.status_code, came.json()["error"]["code"]) == (403, "masked")


@pytest.mark.parametrize(
    "address",
    [
        "/api/customers/zp", "/api/customers/zp/profile", "/api//customers/zp/consents", "/api/customers?id=zp",
        "/api/customers?after=zo", "/api/segments/deal-seekers/members?after=zo",
        "/api/segments/deal-seekers/why?customer=zp", "/api/identity/merges?customer=zp",
    ],
)  # fmt: skip
def test_nobody_is_found_by_the_id_a_pseudonym_stands_for(
    client: TestClient[House], roles: dict[Role, dict[str, str]], address: str
) -> None:
    came = client.get(address, headers=roles["analyst"])
    assert (came.status_code, came.json()["error"]["code"]) == (403, "masked")
    assert client.get(address, headers=roles["owner"]).status_code != 403


def test_a_stream_is_veiled_line_by_line_however_it_is_cut(served: Served, roles: dict[Role, dict[str, str]]) -> None:
    told = json.dumps({"customer": "zp", "raw": json.dumps({"email": MAIL}), "properties": {"phone": PHONE}})
    whole = f"event: arrived\r\ndata: {told}\r\n\r\n: still here\r\n".encode()
    sent: list[bytes] = []

    async def inside(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/event-stream")]})
        for cut in (whole[:30], whole[30:70], whole[70:]):
            await send({"type": "http.response.body", "body": cut, "more_body": True})

    async def send(message: Message) -> None:
        if message["type"] == "http.response.body":
            sent.append(message["body"])

    async def receive() -> Any:
        raise AssertionError

    headers = [(name.encode(), value.encode()) for name, value in roles["analyst"].items()]
    scope: Any = {"type": "http", "method": "GET", "path": "//api/sources/arriving", "query_string": b""}
    scope |= {"headers": headers, "client": None}
    asyncio.run(Veiling(inside, served)(scope, receive, send))
    text = b"".join(sent).decode()
    assert re.search(r'"customer":"p-[a-z2-7]{16}"', text)
    assert text.startswith("event: arrived")
    assert text.endswith(": still here\r\n")
    assert not [one for one in (*PLANTED, '"zp"') if one in text]


def test_an_agent_sees_who_it_is_and_not_how_to_reach_her(
    client: TestClient[House], roles: dict[Role, dict[str, str]]
) -> None:
    told = client.get("/api/customers/zp/profile", headers=roles["agent"]).json()
    assert told["customer"] == "zp"
    assert {one["name"]: one["value"] for one in told["traits"]} == {
        "email": "•••", "name": NAME, "phone": "•••", "plan": "gold",
    }  # fmt: skip
    assert told["matters"][0]["text"] == "•••"


def test_with_a_mistake_in_the_rules_only_the_owner_sees_anything(
    client: TestClient[House], served: Served, roles: dict[Role, dict[str, str]]
) -> None:
    path = served.workspace.root / FILE
    try:
        path.write_text("cesta: privacy/1\nmasks: [{roles: [boss]}]\n")
        came = client.get("/api/maps", headers=roles["analyst"])
        assert (came.status_code, came.json()["error"]["code"]) == (400, "bad_privacy")
        assert client.get("/api/maps", headers=roles["owner"]).status_code == 200
    finally:
        path.write_text(RULES)

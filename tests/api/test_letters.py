"""Links go out by mail to who can get it; the answer to who forgot her password tells nothing of anybody."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest
from litestar.testing import TestClient
from tests.post_office import Office, open_office

from cesta.api.gate import now
from cesta.api.house import House
from cesta.api.letters import address_of_screen
from cesta.api.served import Neighbour, Served
from cesta.notify.outgoing import Outgoing, keep_outgoing

GOOD = "corn lamp seven rivers"


@pytest.fixture
def office(served: Served) -> Iterator[Office]:
    with open_office() as office:
        keep_outgoing(served.workspace.data, Outgoing("127.0.0.1", office.port, "none", "shop@shop.example"))
        yield office


@pytest.fixture
def owner(client: TestClient[House], served: Served) -> TestClient[House]:
    accounts = served.gate.accounts
    jana = accounts.people.add("jana@shop.example", "Jana", "owner", 1)
    accounts.set_password(jana, GOOD)
    client.cookies.set(f"cesta-{accounts.name}", accounts.sessions.begin(jana.id, "", now()))
    return client


def arrived(office: Office, letters: int) -> None:
    ends = time.monotonic() + 20
    while len(office.letters) < letters and time.monotonic() < ends:
        time.sleep(0.01)


def test_an_invitation_goes_out_and_its_link_opens(owner: TestClient[House], office: Office) -> None:
    made = owner.post("/api/access/people", json={"login": "ann@shop.example", "role": "viewer", "name": "Ann"}).json()
    assert made["letter"] == {"state": "sent", "why": ""}
    to, _, text = office.one()
    assert (to, "Ann" in text) == ("ann@shop.example", True)
    found = re.search(r"http://\S+/welcome#(\S+)", text)
    assert found is not None
    assert found[1] == made["link"]
    assert owner.post("/api/me/link", json={"link": found[1]}).json()["kind"] == "invite"


def test_who_has_no_address_gets_her_link_otherwise(owner: TestClient[House], office: Office) -> None:
    made = owner.post("/api/access/people", json={"login": "ann", "role": "viewer"}).json()
    assert (made["letter"]["state"], len(made["link"])) == ("not_sent", 43)
    office.refused["eva@shop.example"] = "550 5.1.1 nobody here"
    other = owner.post("/api/access/people", json={"login": "eva@shop.example", "role": "viewer"}).json()
    assert (other["letter"]["state"], len(other["link"])) == ("failed", 43)
    assert "nobody here" in other["letter"]["why"]
    assert office.letters == []


def test_who_forgot_her_password_gets_a_link(owner: TestClient[House], office: Office) -> None:
    owner.cookies.clear()
    assert owner.get("/api/me").json()["letters"]
    told = [owner.post("/api/me/forgotten", json={"login": login}) for login in ("Jana@Shop.example", "who@x.example")]
    assert [(one.status_code, one.content) for one in told] == [(202, told[0].content)] * 2
    arrived(office, 1)
    to, _, text = office.one()
    secret = text.partition("welcome#")[2].split()[0]
    assert to == "jana@shop.example"
    used = owner.post("/api/me/link/use", json={"link": secret, "password": "seven rivers lamp corn"})
    assert used.json()["login"] == "jana@shop.example"


def test_nobody_is_flooded(owner: TestClient[House], office: Office) -> None:
    codes = [owner.post("/api/me/forgotten", json={"login": "jana@shop.example"}).status_code for _ in range(12)]
    assert codes == [202] * 10 + [429] * 2
    assert owner.post("/api/me/sign-in", json={"login": "jana@shop.example", "password": GOOD}).status_code == 200
    arrived(office, 10)
    assert len(office.letters) == 10


def test_without_a_mail_server(owner: TestClient[House]) -> None:
    assert not owner.get("/api/me").json()["letters"]
    refused = owner.post("/api/me/forgotten", json={"login": "jana@shop.example"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (400, "no_mail")


def test_where_the_screen_is(served: Served) -> None:
    here = {"host": "cesta.shop.example", "x-forwarded-proto": "https"}
    assert address_of_screen(served, here) == "https://cesta.shop.example"
    served.neighbours = (Neighbour("b", "/w/b", served),)
    assert address_of_screen(served, {"host": "localhost:8000"}) == "http://localhost:8000/w/b"

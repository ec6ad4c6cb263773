"""Maps out and in over HTTP, templates, and a link that shows one map and opens nothing else."""

from __future__ import annotations

import base64
from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served

MAP = "/api/maps/buy-clothes"


def test_out_and_in_again(client: TestClient[Any]) -> None:
    out = client.get(f"{MAP}/file", params={"format": "xlsx", "lang": "pl", "numbers": "false"})
    assert out.headers["content-disposition"].endswith("buy-clothes.xlsx")
    sent = {"name": "buy-clothes.xlsx", "content": base64.b64encode(out.content).decode(), "id": "again"}
    brought = client.post("/api/bring", json=sent).json()
    assert (brought["id"], brought["format"], brought["problems"]) == ("again", "xlsx", [])
    assert client.post("/api/maps", json={"id": "again", "text": brought["text"]}).status_code == 201
    assert client.get(f"{MAP}/file", params={"format": "pdf", "layout": "booklet"}).content.startswith(b"%PDF")
    assert client.get(f"{MAP}/file", params={"format": "doc"}).status_code == 404
    assert client.post("/api/bring", json={"name": "a.csv", "content": "!"}).json()["error"]["code"] == "bad_file"


def test_templates(client: TestClient[Any]) -> None:
    found = client.get("/api/templates", params={"lang": "cs"}).json()
    assert {"retail", "five-phases", "blueprint"} <= {each["id"] for each in found}
    begun = client.post("/api/templates", json={"template": "five-phases", "id": "kuchyn", "lang": "cs"})
    assert (begun.status_code, client.get("/api/maps/kuchyn").json()["stages"][0]["name"]) == (201, "Dotazuji se")
    assert client.post("/api/templates/kept", json={"map": "kuchyn", "id": "ours"}).status_code == 201
    assert client.get("/api/templates").json()[0]["own"] is True
    assert client.post("/api/templates", json={"template": "no", "id": "x"}).status_code == 404


def test_a_link_shows_one_map_and_opens_nothing(client: TestClient[Any], served: Served) -> None:
    people = served.gate.accounts.people
    made = client.post(f"{MAP}/shares", json={"days": 7, "numbers": False, "frames": ["https://wiki.example"]}).json()
    people.set_password(people.add("owner", "Owner", "owner", 1).id, "a hash that no password has")
    page = client.get(made["path"])
    assert page.status_code == 200
    assert "frame-ancestors https://wiki.example" in page.headers["content-security-policy"]
    assert "x-frame-options" not in page.headers
    assert "set-cookie" not in page.headers
    assert "I buy something to wear" in page.text
    assert "%" not in page.text.split("<h2>")[1]
    assert client.get(MAP).status_code == 401
    assert client.get(f"{MAP}/shares").status_code == 401
    assert client.get("/maps").headers["x-frame-options"] == "DENY"
    served.gate.accounts.shares.end(made["share"]["id"])
    gone = client.get(made["path"], headers={"accept-language": "cs"})
    assert gone.status_code == 404
    assert "Tento odkaz" in gone.text

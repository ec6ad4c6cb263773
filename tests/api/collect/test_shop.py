"""The pages for a shop open for everyone at either port, and say what the workspace wants to whoever holds a key."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pytest
from litestar.testing import TestClient

from cesta.api.collect import Request, Room, shop
from cesta.api.house import House
from cesta.api.public import Public
from cesta.api.served import Served
from cesta.ingest.macros import MACROS
from cesta.model.errors import CestaError
from cesta.store.keys import Keys

CASES = json.loads((Path(__file__).parents[3] / "web" / "counter" / "who.cases.json").read_text(encoding="utf-8"))
FOREIGN = {"host": "events.example", "sec-fetch-site": "cross-site"}
OPEN = ("/check-in", "/tally", "/tally-kept.js")


def a_key(client: TestClient[House]) -> str:
    key: str = client.post("/api/sources/keys", json={"source": "check-in"}).json()["key"]
    return key


@pytest.mark.parametrize("path", ["/check-in", "/tally"])
def test_a_page_opens_with_all_its_files_and_nothing_from_elsewhere(client: TestClient[House], path: str) -> None:
    page = client.get(path, headers=FOREIGN)
    assert (page.status_code, page.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert page.headers["cache-control"] == "no-cache"
    files = re.findall(r'(?:src|href)="\./(counter/[^"]+)"', page.text)
    assert len(files) >= 2
    for name in files:
        part = client.get(f"/{name}", headers=FOREIGN)
        assert (part.status_code, part.headers["cache-control"]) == (200, "public, max-age=31536000, immutable")
        assert "http://" not in part.text.replace("http://www.w3.org", "")


def test_they_are_all_that_the_public_port_opens_besides_collection(served: Served) -> None:
    public = Public(House({"shop": served}), 9000)
    assert all(public.desk(path, "GET") is not None for path in (*OPEN, "/v1/shop", "/counter/tally.js"))
    assert all(public.desk(path, "POST") is None for path in OPEN)
    assert public.desk("/counter/deep/tally.js", "GET") is None


@pytest.mark.parametrize("name", ["none.js", "...", "%00", "%2e%2e", "..%5cindex.html"])
def test_no_other_file_is_behind_their_address(client: TestClient[House], served: Served, name: str) -> None:
    request = Request("GET", {}, {}, {"name": unquote(name)}, b"")
    with pytest.raises(CestaError, match="There is no"):
        shop.part(Room(served, Keys(served.workspace.data)), request)
    assert client.get(f"/counter/{name}/index.html").text == client.get("/maps").text


def test_without_a_build_the_way_to_it_is_told(
    client: TestClient[House], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop, "DIST", tmp_path)
    told = client.get("/tally")
    assert (told.status_code, told.json()["code"]) == (404, "unknown_address")
    assert "make web" in told.json()["message"]


def test_a_key_opens_the_buttons_and_nothing_else_does(client: TestClient[House], served: Served) -> None:
    assert client.get("/v1/shop").status_code == 401
    assert client.get("/v1/shop", headers={"x-write-key": "none"}).status_code == 401
    key = a_key(client)
    told = client.get("/v1/shop", headers={"x-write-key": key}).json()
    assert (told["ask"], told["tally"][0]["did"], told["country"]) == (["email", "phone", "card"], "came_in", "")
    text = "cesta: shop/1\nname: {pl: Buty, en: Shoes}\nask: [card]\nprivacy: https://shop.example/privacy\n"
    (served.workspace.root / "shop.yaml").write_text(text, encoding="utf-8")
    told = client.get("/v1/shop", headers={"x-write-key": key}).json()
    assert (told["name"], told["ask"], told["privacy"]) == (
        {"pl": "Buty", "en": "Shoes"}, ["card"], "https://shop.example/privacy",
    )  # fmt: skip
    (served.workspace.root / "shop.yaml").write_text("cesta: shop/1\nask: fax\n", encoding="utf-8")
    assert client.get("/v1/shop", headers={"x-write-key": key}).json()["code"] == "bad_shop"


@pytest.mark.parametrize(("country", "written", "customer"), CASES["phone"] + CASES["email"])
def test_a_visitor_is_the_same_customer_as_in_a_file(country: str, written: str, customer: str) -> None:
    with duckdb.connect() as sql:
        for macro in MACROS:
            sql.execute(macro)
        kind = "person" if "@" in written else "phone"
        assert sql.execute(f"select {kind}(?, ?)", [written, country]).fetchone() == (customer,)

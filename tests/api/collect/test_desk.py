"""Any site's page may send events with a key; everything else still passes the guard."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient

from cesta.api.collect import COLLECT_ROUTES
from cesta.api.collect.desk import MOST_WAITING, Desk
from cesta.api.collect.route import Route
from cesta.api.house import House
from cesta.api.served import Served
from cesta.ingest.door import take
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

FOREIGN = {"host": "collect.example", "origin": "https://shop.example", "sec-fetch-site": "cross-site"}
BATCH = {"batch": [{"type": "track", "event": "hello", "userId": "zoe", "messageId": "1"}]}


@pytest.fixture
def key(workspace: Workspace) -> str:
    return Keys(workspace.data).create("web", 0)


def test_a_page_of_any_site_may_send(client: TestClient[House], key: str) -> None:
    sent = client.post("/v1/batch", json=BATCH, headers=FOREIGN, auth=(key, ""))
    assert (sent.status_code, sent.json()) == (200, {"success": True})
    assert sent.headers["access-control-allow-origin"] == "https://shop.example"
    assert sent.headers["access-control-allow-credentials"] == "true"
    assert client.get("/api/customers/zoe").status_code == 200


def test_a_browser_that_asks_first_may(client: TestClient[House]) -> None:
    asked = {"access-control-request-method": "POST", "access-control-request-headers": "authorization,sentat"}
    told = client.options("/v1/batch", headers=FOREIGN | asked)
    assert told.status_code == 204
    assert told.headers["access-control-allow-headers"] == "authorization,sentat"
    assert told.headers["access-control-allow-methods"] == "GET, POST, OPTIONS"
    assert told.headers["access-control-max-age"] == "86400"


def test_the_rest_stays_guarded(client: TestClient[House]) -> None:
    assert client.get("/api/workspace", headers=FOREIGN).status_code == 421
    assert (
        client.post("/api/events", json={"events": []}, headers={"origin": "https://shop.example"}).status_code == 403
    )
    assert client.get("/v1/batch").headers["content-type"].startswith("text/html")


@pytest.mark.parametrize(
    ("body", "headers", "status", "code"),
    [
        (b'{"batch":[{}]}', {"authorization": "Basic Og=="}, 401, "no_key"),
        (b'{"batch":[{}]}', {"x-write-key": "nobody"}, 401, "unknown_key"),
        (b"", {}, 400, "empty_body"),
        (b"{", {}, 400, "bad_json"),
        (b'{"batch":[]}', {}, 400, "no_batch"),
        (b"{}", {"content-encoding": "br"}, 400, "bad_encoding"),
        (b"0" * 5_000_000, {}, 413, "too_large"),
        (gzip.compress(b"0" * 30_000_000), {}, 413, "too_large"),
    ],
)
def test_what_is_wrong_is_told_as_clients_know_it(
    client: TestClient[House], key: str, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    if not headers or "content-encoding" in headers:
        headers = {**headers, "x-write-key": key}
    told = client.post("/v1/batch", content=body, headers=headers)
    assert (told.status_code, told.json()["code"]) == (status, code)
    assert isinstance(told.json()["message"], str)


def test_a_fault_of_ours_is_told_without_its_story(
    client: TestClient[House], key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cesta.api.collect.route.taking_in", lambda *_: take)
    told = client.post("/v1/batch", json=BATCH, auth=(key, ""))
    assert (told.status_code, told.json()["code"]) == (500, "internal")


def test_when_too_much_waits_clients_come_again(served: Served, key: str) -> None:
    house = House({"shop": served})
    desk = house.rooms["shop"]
    assert isinstance(desk, Desk)
    with TestClient(house, base_url="http://127.0.0.1:8000") as client:
        desk.waiting = MOST_WAITING
        told = client.post("/v1/batch", json=BATCH, auth=(key, ""))
        assert (told.status_code, told.json()["code"], told.headers["retry-after"]) == (429, "busy", "1")
        desk.waiting = 0
        assert client.post("/v1/batch", json=BATCH, auth=(key, "")).status_code == 200
    assert 'route="/v1/batch"' in served.metrics.text().decode()


def test_large_bodies_are_counted_unpacked(served: Served, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The packed body is small; unpacked there is no room for it while another one is at hand."""
    monkeypatch.setattr("cesta.api.collect.desk.MOST_WAITING", 1_000_000)
    body = gzip.compress(b'{"batch":[{"type":"track","properties":{"text":"' + b"0" * 2_000_000 + b'"}}]}')
    with TestClient(House({"shop": served}), base_url="http://127.0.0.1:8000") as client:
        told = client.post("/v1/batch", content=body, headers={"content-encoding": "gzip"}, auth=(key, ""))
    assert (told.status_code, told.json()["code"]) == (429, "busy")


def test_each_workspace_has_keys_of_its_own(workspace: Workspace, key: str, tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "other") as other:
        house = House({"other": Served(other), "shop": Served(workspace)})
        with TestClient(house, base_url="http://127.0.0.1:8000") as client:
            assert client.post("/w/shop/v1/batch", json=BATCH, auth=(key, "")).status_code == 200
            assert client.post("/v1/batch", json=BATCH, auth=(key, "")).status_code == 401
            settings = client.get(f"/w/shop/v1/projects/{key}/settings").json()
            assert settings["integrations"]["Segment.io"]["apiHost"] == "127.0.0.1:8000/w/shop/v1"


bodies = st.binary(max_size=200) | st.sampled_from(
    [b'{"batch":[', b"[{}]", b'{"batch":[null,7,[],{"type":"track"}]}', b"data="]
)
packings = st.sampled_from(["", "gzip", "deflate", "identity", "br", "gzip, deflate"])
kinds = st.sampled_from(["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data"])


def test_whatever_is_sent_is_answered(workspace: Workspace, key: str) -> None:
    with TestClient(House({"shop": Served(workspace)}), base_url="http://127.0.0.1:8000") as client:

        @given(st.sampled_from(COLLECT_ROUTES), bodies, packings, kinds, st.dictionaries(st.text(), st.text()))
        def any_request(route: Route, body: bytes, packing: str, kind: str, query: dict[str, str]) -> None:
            path = re.sub(r"\{\w+\}", key, route.path)
            headers = {"x-write-key": key, "content-encoding": packing, "content-type": kind}
            told = client.request(route.methods[0], path, content=body, headers=headers, params=query)
            assert told.status_code < 500, told.text

        any_request()


def test_no_address_is_taken_twice() -> None:
    paths = [(route.path, method) for route in COLLECT_ROUTES for method in route.methods]
    assert len(paths) == len(set(paths))
    assert all(not path.endswith("/") for path, _ in paths)

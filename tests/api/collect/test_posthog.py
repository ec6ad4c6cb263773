"""PostHog's addresses by all their names, and those they share with Mixpanel and Amplitude."""

from __future__ import annotations

import gzip
import json

import pytest
from litestar.testing import TestClient

from cesta.api.collect.desk import MOST_WAITING, Desk
from cesta.api.house import House
from cesta.api.served import Served
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

EVENT = {"event": "hello", "distinct_id": "zoe", "uuid": "u-1", "properties": {"a": 1}}
PAGE = {"origin": "https://shop.example", "host": "collect.example", "sec-fetch-site": "cross-site"}


@pytest.fixture
def key(workspace: Workspace) -> str:
    return Keys(workspace.data).create("web", 0)


def known(client: TestClient[House], customer: str = "zoe") -> bool:
    return client.get(f"/api/customers/{customer}").status_code == 200


@pytest.mark.parametrize("path", ["/e", "/i/v0/e", "/capture", "/batch", "/track", "/engage", "/s"])
def test_every_name_takes_events_with_a_slash_and_without(client: TestClient[House], key: str, path: str) -> None:
    body = {**EVENT, "api_key": key}
    for each in (path, f"{path}/"):
        told = client.post(each, content=gzip.compress(json.dumps(body).encode()), headers=PAGE)
        assert (told.status_code, told.json()["status"]) == (200, 1)
        assert told.headers["access-control-allow-origin"] == "https://shop.example"
    assert known(client)
    told = client.get(path, params={"data": json.dumps(body | {"uuid": "u-2"})})
    assert told.status_code == 200
    assert told.headers["content-type"] == "application/json"


def test_an_unknown_key_is_refused(client: TestClient[House]) -> None:
    told = client.post("/e/", json={**EVENT, "api_key": "nobody"})
    assert (told.status_code, told.json()["code"]) == (401, "unknown_key")


def test_what_shares_an_address_is_told_apart_by_its_body(client: TestClient[House], key: str) -> None:
    properties = {"token": key, "distinct_id": "mia", "time": 1_795_342_613, "$insert_id": "m-1"}
    client.post("/track", data={"data": json.dumps({"event": "E", "properties": properties})})
    client.post("/batch", json={"api_key": key, "events": [{"event_type": "E", "user_id": "amy", "insert_id": "a-1"}]})
    assert known(client, "mia")
    assert known(client, "amy")


def test_a_page_is_told_what_to_record_and_it_is_nothing(client: TestClient[House]) -> None:
    told = client.get("/array/anything/config", headers=PAGE).json()
    assert (told["autocapture_opt_out"], told["heatmaps"], told["sessionRecording"]) == (True, False, False)


def test_the_owner_may_switch_recording_on(client: TestClient[House], workspace: Workspace) -> None:
    with (workspace.root / "cesta.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nrecord: [autocapture, heatmaps, replay]\n")
    told = client.get("/array/anything/config").json()
    assert (told["autocapture_opt_out"], told["heatmaps"]) == (False, True)
    assert told["sessionRecording"]["endpoint"] == "/s/"


@pytest.mark.parametrize("path", ["/flags", "/decide", "/flags/?v=2"])
def test_there_are_no_flags(client: TestClient[House], path: str) -> None:
    told = client.post(path, json={"token": "x", "distinct_id": "zoe"})
    assert (told.status_code, told.json()["flags"]) == (200, {})


def test_a_busy_server_says_so_in_the_way_that_loses_nothing(served: Served, key: str) -> None:
    house = House({"shop": served})
    desk = house.rooms["shop"]
    assert isinstance(desk, Desk)
    with TestClient(house, base_url="http://127.0.0.1:8000") as client:
        desk.waiting = MOST_WAITING
        told = client.post("/e/", json={**EVENT, "api_key": key})
        assert (told.status_code, told.json()["code"], told.headers["retry-after"]) == (503, "busy", "1")

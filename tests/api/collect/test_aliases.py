"""RudderStack's, Jitsu's and pixels' addresses take what their clients send."""

from __future__ import annotations

import base64
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from litestar.testing import TestClient

from cesta.api.collect.aliases import GIF, as_fields
from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


@pytest.fixture
def key(workspace: Workspace) -> str:
    return Keys(workspace.data).create("web", 0)


def kept(workspace: Workspace) -> list[tuple[Any, ...]]:
    rows = workspace.log.read("select type, name, customer, properties from events where source = 'web' order by seq")
    return [(*row[:3], json.loads(row[3])) for row in rows]


def test_rudderstacks_page_is_told_that_its_source_is_there(client: TestClient[House], key: str) -> None:
    told = client.get("/sourceConfig/", params={"p": "npm", "writeKey": key}, auth=(key, "")).json()["source"]
    assert (told["name"], told["enabled"], told["writeKey"], told["destinations"]) == ("web", True, key, [])
    assert client.get("/sourceConfig/", params={"writeKey": "nobody"}).status_code == 401


def test_rudderstack_says_the_time_of_sending_in_a_header(
    client: TestClient[House], key: str, workspace: Workspace
) -> None:
    message = {"type": "page", "name": "Home", "userId": "", "anonymousId": "a", "messageId": "1",
               "originalTimestamp": "2026-11-22T10:00:00Z", "sentAt": "2026-11-22T10:00:01Z"}  # fmt: skip
    headers = {"sentat": "2026-11-22T10:00:02Z", "anonymousid": "YQ=="}
    assert client.post("/v1/page", json=message, headers=headers, auth=(key, "")).status_code == 200
    times = workspace.log.read("select received - time from events where source = 'web'")
    assert times == [(2_000_000,)]


@pytest.mark.parametrize("path", ["/api/s/track", "/api/s/s2s/track"])
def test_jitsu_masks_its_key_in_the_body(client: TestClient[House], key: str, workspace: Workspace, path: str) -> None:
    message = {"type": "track", "event": "E", "userId": None, "anonymousId": "a", "messageId": "1",
               "writeKey": f"{key}:***", "context": {"traits": {"email": "a@b"}}}  # fmt: skip
    told = client.post(path, json=message, headers={"x-write-key": f"{key}:secret"})
    assert (told.status_code, kept(workspace)) == (200, [("track", "E", "a", {})])


@pytest.mark.parametrize("path", ["/pixel/v1/track", "/v1/pixel/track"])
def test_a_pixel_says_a_message_field_by_field(
    client: TestClient[House], key: str, workspace: Workspace, path: str
) -> None:
    query = {"writeKey": key, "anonymousId": "a", "event": "open", "context.page.path": "/x", "mail": "may"}
    told = client.get(path, params=query)
    assert (told.status_code, told.headers["content-type"], told.content) == (200, "image/gif", GIF)
    assert told.headers["cross-origin-resource-policy"] == "cross-origin"
    assert kept(workspace) == [("track", "open", "a", {"mail": "may", "context.page.path": "/x"})]


def test_a_pixel_says_a_message_in_base64(client: TestClient[House], key: str, workspace: Workspace) -> None:
    message = json.dumps({"writeKey": key, "userId": "ž", "properties": {"price": 5}}).encode()
    data = base64.urlsafe_b64encode(message).decode().rstrip("=")
    assert client.get("/v1/pixel/page", params={"data": data}).content == GIF
    assert kept(workspace) == [("page", "page", "ž", {"price": 5})]
    assert client.get("/v1/pixel/page", params={"data": "?"}).status_code == 400


def test_a_page_that_is_left_sends_a_beacon(client: TestClient[House], key: str, workspace: Workspace) -> None:
    batch = {"batch": [{"type": "page", "anonymousId": "a", "messageId": "1"}]}
    told = client.post("/beacon/v1/batch", params={"writeKey": key}, content=json.dumps(batch))
    assert (told.status_code, kept(workspace)) == (200, [("page", "page", "a", {})])


names = st.lists(st.sampled_from(["properties", "context", "event", "a", "", "page"]), min_size=1, max_size=12)


@given(st.dictionaries(names.map(".".join), st.text()))
def test_any_address_says_a_message(query: dict[str, str]) -> None:
    json.dumps(as_fields(query))

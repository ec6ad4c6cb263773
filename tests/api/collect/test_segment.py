"""Segment's addresses take what its clients send, batches and single messages, by long and short names."""

from __future__ import annotations

import json
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api.collect.segment import KINDS
from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

MESSAGE = {"type": "track", "event": "hello", "userId": "zoe", "messageId": "1", "properties": {"size": 2}}


@pytest.fixture
def key(workspace: Workspace) -> str:
    return Keys(workspace.data).create("web", 0)


def kept(workspace: Workspace) -> list[tuple[Any, ...]]:
    return workspace.log.read("select type, name, customer, raw from events where source = 'web' order by seq")


def test_a_batch_is_taken_and_what_is_wrong_in_it_waits(
    client: TestClient[House], key: str, workspace: Workspace
) -> None:
    good = b'{"type":"track","event":"hello","userId":"zoe","messageId":"1","properties":{"weight":NaN,"size":2}}'
    told = client.post("/v1/batch", content=b'{"batch":[' + good + b',{"type":"track"}]}', auth=(key, ""))
    assert (told.status_code, told.json()) == (200, {"success": True})
    assert client.get("/api/customers/zoe").status_code == 200
    waiting = workspace.log.read("select source, code, protocol from set_aside where state = 'waiting'")
    assert waiting == [("web", "no_ids", "segment")]


@pytest.mark.parametrize("path", ["/v1/batch", "/v1/b", "/v1/import", "/v1/batch/", "/v1/track"])
def test_every_name_of_a_batch(client: TestClient[House], key: str, workspace: Workspace, path: str) -> None:
    text = json.dumps({"batch": [MESSAGE], "writeKey": key, "sentAt": "2026-01-01T00:00:00Z"})
    assert client.post(path, content=text, headers={"content-type": "text/plain"}).status_code == 200
    assert kept(workspace) == [("track", "hello", "zoe", json.dumps(MESSAGE))]


@pytest.mark.parametrize("kind", KINDS)
def test_every_name_of_a_message(client: TestClient[House], key: str, workspace: Workspace, kind: str) -> None:
    text = json.dumps({"userId": "zoe", "messageId": "2", "event": "hello", "previousId": "y", "writeKey": key})
    for path in (f"/v1/{kind}", f"/v1/{KINDS[kind]}"):
        assert client.post(path, content=text).status_code == 200
    assert kept(workspace) == [(kind, "hello" if kind == "track" else kind, "zoe", text)]


def test_a_message_as_python_writes_it(client: TestClient[House], key: str, workspace: Workspace) -> None:
    text = '{"userId":"zoe","event":"\\ud83d","properties":{"weight":NaN,"size":2}}'
    assert client.post("/v1/track", content=text, auth=(key, "")).status_code == 200
    waiting = workspace.log.read("select code, field from set_aside")
    assert waiting == [("bad_text", "event")]


@pytest.mark.parametrize("body", ["[]", '"track"', "7", "null"])
def test_what_is_no_message_is_refused(client: TestClient[House], key: str, body: str) -> None:
    told = client.post("/v1/track", content=body, auth=(key, ""))
    assert (told.status_code, told.json()["code"]) == (400, "bad_json")


def test_a_page_is_told_where_to_send(client: TestClient[House], key: str) -> None:
    told = client.get(f"/v1/projects/{key}/settings").json()
    assert told["integrations"]["Segment.io"] == {"apiKey": key, "apiHost": "127.0.0.1:8000/v1", "protocol": "http"}
    assert told["plan"]["track"] == {"__default": {"enabled": True}}
    behind = client.get(f"/v1/projects/{key}/settings", headers={"host": "x.example", "x-forwarded-proto": "https"})
    own = behind.json()["integrations"]["Segment.io"]
    assert (own["apiHost"], own["protocol"]) == ("x.example/v1", "https")
    assert client.get("/v1/projects/nobody/settings").status_code == 401

"""A browser that asks not to be followed is answered as any other at every address, and nothing of it is kept."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from cesta.api.collect import COLLECT_ROUTES
from cesta.api.collect.described import takes
from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace

BY_HAND = {"/v1/shop/visits": ("counter/door.ts", "counter/Tally.svelte"), "/v1/surveys/answers": ("survey/page.ts",)}
"""Addresses for what a person tells by hand, and the pages that send there."""
ONE = {"type": "track", "event": "hello", "userId": "zoe"}
BODIES: dict[str, dict[str, Any]] = {
    "SegmentBatch": {"batch": [ONE, {**ONE, "userId": None}]},
    "SegmentMessage": ONE,
    "PosthogEvent": {"event": "hello", "distinct_id": "zoe"},
    "PosthogBatch": {"batch": [{"event": "hello", "distinct_id": "zoe"}]},
    "MixpanelEvents": {"event": "hello", "properties": {"distinct_id": "zoe", "time": 1_795_342_613}},
    "AmplitudeBatch": {"events": [{"event_type": "hello", "user_id": "zoe"}]},
    "SnowplowList": {"data": [{"e": "pv", "uid": "zoe", "eid": "1"}]},
}
ASKED = {
    "data": json.dumps(BODIES["PosthogEvent"]), "event": "hello", "userId": "zoe", "e": "pv", "uid": "zoe",
}  # fmt: skip
TAKING = [
    (method, route.path.replace("{kind}", "track"), takes(route.path).body)
    for route in COLLECT_ROUTES
    if takes(route.path).events and route.path not in BY_HAND
    for method in route.methods
]


@pytest.fixture
def key(workspace: Workspace) -> str:
    return Keys(workspace.data).create("web", 0)


def send(client: TestClient[House], method: str, path: str, body: str | None, headers: dict[str, str]) -> Any:
    if method == "POST":
        # The same message at two addresses is one: each is somebody else's.
        text = json.dumps(BODIES[str(body)]).replace("zoe", f"zoe at {path}")
        return client.post(path, content=text, headers=headers)
    asked = {
        name: value.replace("zoe", f"zoe at {path}")
        for name, value in ASKED.items()
        if name != "data" or "pixel" not in path
    }
    return client.get(path, params=asked | {"aid": headers["x-write-key"]}, headers=headers)


def came(workspace: Workspace) -> tuple[int, int]:
    """Messages of the source that were kept, and things that were set aside."""
    (kept,), (aside,) = (
        workspace.log.read(f"select count(*) from {table} where source = 'web'")[0] for table in ("events", "set_aside")
    )
    return kept, aside


def unfollowed(client: TestClient[House]) -> int:
    sources = client.get("/api/sources").json()["sources"]
    return sum(each["unfollowed"] for each in sources if each["source"] == "web")


@pytest.mark.parametrize("wish", ["dnt", "sec-gpc"])
def test_nothing_of_theirs_is_kept_by_any_protocol(
    client: TestClient[House], workspace: Workspace, key: str, wish: str
) -> None:
    messages = 0
    for method, path, body in TAKING:
        told = send(client, method, path, body, {"x-write-key": key, wish: "1"})
        assert told.status_code == 200, path
        messages += 2 if body == "SegmentBatch" else 1
        assert unfollowed(client) == messages, path
        assert came(workspace) == (0, 0)
    assert len({body for _, _, body in TAKING}) == 8


def test_whoever_does_not_ask_is_heard_at_the_same_addresses(
    client: TestClient[House], workspace: Workspace, key: str
) -> None:
    for method, path, body in TAKING:
        before = sum(came(workspace))
        assert send(client, method, path, body, {"x-write-key": key, "dnt": "0"}).status_code == 200
        assert sum(came(workspace)) > before, path
    assert unfollowed(client) == 0


def test_a_key_is_asked_for_all_the_same(client: TestClient[House]) -> None:
    for method, path, body in TAKING:
        assert send(client, method, path, body, {"x-write-key": "nobody", "sec-gpc": "1"}).status_code == 401


def test_the_owner_may_decide_otherwise(client: TestClient[House], workspace: Workspace, key: str) -> None:
    manifest = workspace.root / "cesta.yaml"
    manifest.write_text(manifest.read_text() + "do_not_track: ignore\n")
    headers = {"x-write-key": key, "dnt": "1"}
    assert send(client, "POST", "/v1/batch", "SegmentBatch", headers).status_code == 200
    assert came(workspace) == (1, 1)
    assert unfollowed(client) == 0


@pytest.mark.parametrize("address", BY_HAND)
def test_what_a_person_tells_by_hand_is_kept(
    client: TestClient[House], workspace: Workspace, key: str, address: str
) -> None:
    assert send(client, "POST", address, "SegmentBatch", {"x-write-key": key, "sec-gpc": "1"}).status_code == 200
    assert came(workspace) == (1, 1)
    for name in BY_HAND[address]:
        text = (Path(__file__).parents[3] / "web" / name).read_text(encoding="utf-8")
        assert address.lstrip("/") in text
        assert "v1/batch" not in text

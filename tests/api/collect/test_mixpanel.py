"""Mixpanel's import and its groups."""

from __future__ import annotations

import json

from litestar.testing import TestClient

from cesta.api.house import House
from cesta.store.keys import Keys
from cesta.store.workspace import Workspace


def test_an_import_comes_as_a_form_as_a_list_or_in_lines(client: TestClient[House], workspace: Workspace) -> None:
    key = Keys(workspace.data).create("web", 0)
    events = [
        {"event": "E", "properties": {"distinct_id": name, "time": 1_700_000_000, "$insert_id": name}}
        for name in ("mia", "max", "moe")
    ]
    assert client.post("/import", data={"data": json.dumps(events[:1])}, auth=(key, "")).json()["status"] == 1
    client.post("/import", json=events[1:2], auth=(key, ""))
    client.post("/import?strict=1", content="\n".join(map(json.dumps, events)), auth=(key, ""))
    assert {"mia", "max", "moe"} <= set(workspace.columns().customers)
    group = {"$token": key, "$group_key": "company", "$group_id": "g", "$set": {"a": 1}}
    assert client.post("/groups", data={"data": json.dumps(group)}).status_code == 200
    assert client.post("/groups", data={"data": "{}"}).status_code == 401

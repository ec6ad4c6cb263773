"""What was set aside over HTTP: seen, mended, dismissed, brought back."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served

BAD = [
    {"customer": "zoe", "event": "visit", "ts": "soon", "message_id": "m1"},
    {"customer": "yan", "event": "visit", "ts": "soon", "message_id": "m2", "props": {"n": 1}},
    {"customer": None, "event": "visit", "ts": "2026-01-10", "message_id": "m3"},
    "{not json",
]
SOON = {"field": "ts", "value": "soon", "becomes": "2026-01-10T10:00:00Z"}


def send(client: TestClient[Any]) -> None:
    document = {"events": BAD, "source": "till", "file": "till.ndjson", "rows": [1, 2, 4, 9]}
    assert client.post("/api/events", json=document).json()["set_aside"] == 4


def test_the_whole_way(client: TestClient[Any], served: Served) -> None:
    before = len(served.workspace.columns().codes)
    send(client)
    seen = client.get("/api/set-aside").json()
    assert (seen["waiting"], seen["dismissed"], seen["rules"]) == (4, 0, [])
    assert [(g["code"], g["field"], g["rows"]) for g in seen["groups"]] == [
        ("bad_time", "ts", 2), ("no_customer", "customer", 1), ("bad_json", None, 1)]  # fmt: skip
    assert seen["groups"][0]["values"] == [{"value": "soon", "rows": 2}]
    assert seen["groups"][2]["first"]["text"] == "{not json"
    page = client.get("/api/set-aside/items", params={"code": "bad_time", "limit": 1}).json()
    assert (page["total"], page["items"][0]["row"], page["items"][0]["file"]) == (2, 1, "till.ndjson")
    after = client.get("/api/set-aside/items", params={"code": "bad_time", "after": page["next"]}).json()
    assert (after["next"], after["items"][0]["fields"]["props.n"]) == (None, "1")

    told = client.post("/api/set-aside/preview", json={"source": "till", "rule": SOON}).json()
    assert (told["about"], told["mended"], told["still"]) == (2, 2, [])
    done = client.post("/api/set-aside/repair", json={"source": "till", "rule": SOON}).json()
    assert done == {"replayed": 2, "waiting": 0}
    assert client.get("/api/set-aside").json()["rules"] == [{"source": "till", "rule": SOON}]
    assert client.post("/api/set-aside/drop-rule", json={"source": "till", "rule": SOON}).json() == {"dropped": True}

    one = client.get("/api/set-aside/items", params={"code": "no_customer"}).json()["items"][0]["id"]
    edited = client.post("/api/set-aside/edit", json={"id": one, "fields": {"customer": "eve"}})
    assert edited.json() == {"replayed": 1, "waiting": 0}
    assert len(served.workspace.columns().codes) == before + 3

    gone = client.post("/api/set-aside/dismiss", json={"code": "bad_json"}).json()
    assert (gone["dismissed"], client.get("/api/set-aside").json()["dismissed"]) == (1, 1)
    assert client.get("/api/set-aside/items", params={"state": "dismissed"}).json()["total"] == 1
    assert client.post("/api/set-aside/bring-back", json={"undo": gone["undo"]}).json() == {"waiting": 1}
    assert client.post("/api/set-aside/replay", json={}).json() == {"replayed": 0, "waiting": 1}


def test_mistakes_are_told(client: TestClient[Any]) -> None:
    send(client)
    wrong = client.post("/api/set-aside/preview", json={"source": "till", "rule": {"field": "ts"}})
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (400, "bad_rule")
    none = client.post("/api/set-aside/edit", json={"id": "999", "fields": {}})
    assert (none.status_code, none.json()["error"]["code"]) == (400, "unknown_item")
    still = client.post("/api/set-aside/edit", json={"id": "1", "fields": {"ts": "later"}})
    assert (still.status_code, still.json()["error"]["code"]) == (400, "not_understood")
    rows = client.post("/api/events", json={"events": BAD, "rows": [1]})
    assert (rows.status_code, rows.json()["error"]["code"]) == (400, "bad_value")

"""Segments over HTTP: sizes for everybody who may look, members and reasons for who may see customers."""

from __future__ import annotations

from typing import Any

from litestar.testing import TestClient

from cesta.api.served import Served
from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

EVENTS = [
    {"message_id": "s1", "customer": "zed-1", "event": "frob", "ts": "2024-03-02T10:00:00Z"},
    {"message_id": "s2", "customer": "zed-2", "event": "frob", "ts": "2024-03-04T10:00:00Z"},
]


def test_sizes_members_and_why(client: TestClient[Any], workspace: Workspace) -> None:
    accept(workspace, EVENTS, "web")
    (workspace.root / "segments").mkdir(exist_ok=True)
    path = workspace.root / "segments" / "frobbers.yaml"
    path.write_text("cesta: segment/1\nid: frobbers\nname: {en: Frobbers, pl: Frobujący}\nrule: did frob\n")
    try:
        rows = client.get("/api/segments?lang=pl").json()["segments"]
        assert ("frobbers", "Frobujący", 2) in [(row["id"], row["name"], row["size"]) for row in rows]
        members = client.get("/api/segments/frobbers/members?most=1&after=zed-1").json()
        assert (members["count"], members["customers"]) == (2, ["zed-2"])
        early = client.get("/api/segments/frobbers/members?at=2024-03-03").json()
        assert early["customers"] == ["zed-1"]
        why = client.get("/api/segments/frobbers/why?customer=zed-2").json()
        assert (why["member"], why["reason"]["events"][0]["message_id"]) == (True, "s2")
        assert client.get("/api/segments/frobber/members").json()["error"]["code"] == "unknown_segment"
    finally:
        path.unlink()


def test_changes_are_read_from_a_cursor_on(client: TestClient[Any], served: Served) -> None:
    assert served.following.ready.wait(30)
    cursor = client.get("/api/segments/changes").json()["cursor"]
    accept(served.workspace, [{**EVENTS[0], "event": "visit"}], "web")
    path = served.workspace.root / "segments" / "visitors.yaml"
    path.write_text("cesta: segment/1\nid: visitors\nname: X\nrule: not customer in ()\n")
    served.following.watch.look()
    accept(served.workspace, [{**EVENTS[1], "customer": "zed-3", "event": "visit"}], "web")
    found: list[Any] = []
    for _ in range(200):
        served.following.watch.look()
        got = client.get(f"/api/segments/changes?segment=visitors&after={cursor}").json()
        found, cursor = [*found, *got["changes"]], got["cursor"]
        if found:
            break
    assert [(move["event"], move["customer"]) for move in found] == [("segment.entered", "zed-3")]
    assert client.get("/api/segments/changes?after=frob").status_code == 400


def test_a_segment_is_tried_saved_and_seen_over_time(client: TestClient[Any], workspace: Workspace) -> None:
    tried = client.post("/api/segments/preview", json={"rule": "did visit at least 2 times"}).json()
    assert 0 < tried["size"] <= tried["customers"]
    assert len(tried["sample"]) <= 5
    bad = client.post("/api/segments/preview", json={"rule": "did visit at least"})
    assert (bad.status_code, bad.json()["error"]["code"]) == (400, "bad_rule")
    saved = client.post("/api/segments", json={"id": "twice", "name": "Twice", "rule": "did visit at least 2 times"})
    assert (saved.status_code, saved.json()) == (200, {"id": "twice"})
    points = client.get("/api/segments/twice/trend?weeks=4").json()["points"]
    assert (len(points), points[-1]["size"]) == (5, tried["size"])
    assert (workspace.root / "segments" / "twice.yaml").exists()
    families = client.get("/api/segments/families").json()
    assert {one["family"] for one in families} >= {"decision_stage"}

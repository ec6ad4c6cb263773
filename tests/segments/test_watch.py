"""A workspace's segments kept up: events, loads, ids that are joined, erasing, changed documents, the clock."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal, unload
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.model.instant import parse_instant, show_instant
from cesta.segments.shelf import members_of
from cesta.segments.watch import Watch
from cesta.store.erasing import erase
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

DAY = 86_400_000_000


class Clock:
    """A clock that is set by hand."""

    now = parse_instant("2024-03-10")

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "w") as workspace:
        yield workspace


def put(workspace: Workspace, name: str, rule: str) -> None:
    text = f"cesta: segment/1\nid: {name}\nname: X\nrule: {rule}\n"
    (workspace.root / "segments" / f"{name}.yaml").write_text(text)


def send(workspace: Workspace, who: str, name: str, at: int) -> None:
    accept(workspace, [{"customer": who, "event": name, "ts": show_instant(at), "message_id": f"{who}{at}"}], "web")


def looked(watch: Watch) -> list[tuple[str, str, bool]]:
    """What a look tells; and all it knows is what the documents say."""
    changes = [(change.segment, change.customer, change.entered) for change in watch.look()]
    if watch.at is not None:
        resolve = members_of(watch.workspace, watch.at)
        assert watch.sizes == {name: len(resolve(name)) for name in watch.sizes}
    return changes


def test_everything_that_can_happen(workspace: Workspace) -> None:
    clock = Clock()
    watch = Watch(workspace, clock)
    assert looked(watch) == []
    put(workspace, "lately", "did visit in last 2d")
    put(workspace, "both", "in segment lately and did buy")
    put(workspace, "broken", "did visit in last 0d")
    send(workspace, "ann", "visit", clock.now - DAY)
    assert looked(watch) == []
    assert watch.sizes == {"lately": 1, "both": 0}
    send(workspace, "ann", "buy", clock.now)
    send(workspace, "x1", "visit", clock.now)
    assert looked(watch) == [("both", "ann", True), ("lately", "x1", True)]
    clock.now += DAY
    assert sorted(looked(watch)) == [("both", "ann", False), ("lately", "ann", False)]
    ids = {"user_id": "ann", "anonymous_id": "x1"}
    workspace.log.append([Arrival(Event("web", "i", "ann", "identify", 1), "identify", "{}", 1, ids=ids)])
    assert sorted(looked(watch)) == [("both", "ann", True), ("lately", "ann", True), ("lately", "x1", False)]
    assert (set(watch.segments_of("ann")), watch.segments_of("x1")) == ({"both", "lately"}, [])
    with begin_seal(workspace, LoadHead("till-1", "till")) as sealing:
        sealing.add(table_of([Event("till", "r1", "bob", "visit", clock.now)]))
        sealing.finish()
    assert looked(watch) == [("lately", "bob", True)]
    unload(workspace, "till-1")
    assert looked(watch) == [("lately", "bob", False)]
    put(workspace, "both", "did buy")
    put(workspace, "broken", "did visit")
    assert looked(watch) == []
    assert watch.sizes == {"lately": 1, "both": 1, "broken": 1}
    erase(workspace, ["x1"])
    assert sorted(looked(watch)) == [("both", "ann", False), ("broken", "ann", False), ("lately", "ann", False)]
    send(workspace, "ann", "visit", clock.now)
    assert sorted(looked(watch)) == [("broken", "ann", True), ("lately", "ann", True)]
    assert len(watch.feed.after(None).changes) == 14


def test_time_stands_still_where_only_files_were_loaded(workspace: Workspace) -> None:
    clock = Clock()
    put(workspace, "lately", "did visit in last 2d")
    watch = Watch(workspace, clock)
    with begin_seal(workspace, LoadHead("till-1", "till")) as sealing:
        sealing.add(table_of([Event("till", "r1", "bob", "visit", clock.now - 90 * DAY)]))
        sealing.finish()
    looked(watch)
    assert watch.sizes == {"lately": 1}
    send(workspace, "ann", "see", clock.now)
    assert looked(watch) == [("lately", "bob", False)]

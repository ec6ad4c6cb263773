"""What comes in is marked on its way: bots and tests are kept whole and count nowhere, until someone wants them to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cesta.ingest.collection import FILE
from cesta.ingest.door import take
from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.store.accepted import accepted
from cesta.store.kept_out import KeptOut, count_them, kept_out
from cesta.store.workspace import Workspace


def arrival(name: str, kind: str = "page", **properties: Value) -> Arrival:
    return Arrival(Event("site", name, "ann", kind, 10, properties), kind, '{"as": "it came"}', 20)


SENT = [
    arrival("1", url="https://shop.example/?utm_medium=cpc&utm_campaign=may"),
    arrival("2", user_agent="Googlebot/2.1"),
    arrival("3", is_test=True),
    arrival("4", kind="identify", email="test@shop.example", url="https://shop.example/?gclid=1"),
    arrival("5", user_agent="Googlebot/2.1"),
]


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "shop") as workspace:
        yield workspace


def test_they_are_kept_whole_and_count_nowhere(workspace: Workspace) -> None:
    assert take(workspace, "site", SENT).accepted == 5
    assert len(workspace.columns().times) == 1
    kept = {each.event.message_id: each for each in accepted(workspace)}
    assert kept["1"].event.properties["channel"] == "paid search"
    assert kept["2"].event.properties["kept_out"] == "bot: Googlebot"
    assert kept["4"].event.properties["kept_out"] == "test: email"
    assert "channel" not in kept["4"].event.properties
    assert {each.raw for each in kept.values()} == {'{"as": "it came"}'}
    told = [KeptOut("site", "bot: Googlebot", 2, False), KeptOut("site", "test: flag", 1, False)]
    assert kept_out(workspace.log) == told


def test_they_can_be_counted_and_kept_out_again(workspace: Workspace) -> None:
    take(workspace, "site", SENT)
    assert count_them(workspace.log, bots=True, tests=False) == 2
    assert len(workspace.columns().times) == 3
    assert [each.counted for each in kept_out(workspace.log)] == [True, False]
    assert count_them(workspace.log, bots=True, tests=False) == 0
    assert count_them(workspace.log, bots=False, tests=True) == 3
    assert len(workspace.columns().times) == 2


def test_whoever_wants_them_counted_says_so(workspace: Workspace) -> None:
    (workspace.root / FILE).write_text("cesta: collection/1\nbots: {count: true}\n")
    take(workspace, "site", SENT)
    assert len(workspace.columns().times) == 3
    assert [(each.kind, each.counted) for each in kept_out(workspace.log)] == [
        ("bot: Googlebot", True), ("test: flag", False)
    ]  # fmt: skip

"""Loads are listed, taken back, brought back and decided upon; through the server when one holds the folder."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.loads import lines
from cesta.cli.reach import reach
from cesta.cli.there import There
from cesta.ingest.door import LoadFile, LoadHead, begin_seal, list_loads
from cesta.model.errors import CestaError
from cesta.model.event import Event
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two loads; the second says something else of one event."""
    with Workspace.create(tmp_path / "mine") as workspace:
        for load, prices in (("till-1", [5, 6]), ("till-2", [5, 7, 8])):
            head = LoadHead(load, "till", files=(LoadFile(f"{load}.csv", 10, load, len(prices)),))
            events = [Event("till", str(n), f"c{n}", "buy", n, {"price": price}) for n, price in enumerate(prices)]
            with begin_seal(workspace, head) as sealing:
                sealing.add(table_of(events))
                sealing.finish()
    return tmp_path / "mine"


@pytest.mark.parametrize("served", [False, True])
def test_a_load_goes_and_comes_back(serving: Serving, root: Path, served: bool) -> None:
    if served:
        serving("serve", root, "--port", "0")
    with reach(root) as reached:
        assert isinstance(reached, There) == served
        assert reached.overview()["events_total"] == 3
        assert reached.unload("till-1")["already"] is False
        assert reached.overview()["events_total"] == 3, "the second load's rows count instead"
        reached.unload("till-2")
        assert reached.overview()["events_total"] == 0
        assert reached.restore("till-2")["events"] == 3
        assert reached.restore("till-1")["events"] == 2
        assert reached.decide("till-2", "replace")["events"] == 2
        with pytest.raises(CestaError, match="unknown_load"):
            reached.unload("till-3")


def test_the_list_is_a_document_and_a_table(cesta: Run, root: Path) -> None:
    listed = json.loads(cesta("loads", root).stdout)
    with Workspace.open(root) as workspace:
        views = list_loads(workspace)
    assert [view["load_id"] for view in listed["loads"]] == ["till-1", "till-2"]
    head, first, second, _, hint = lines(Path("DIR"), views)
    assert head.split() == ["load", "events", "customers", "known", "before", "changed", "set", "aside", "loaded",
                            "files"]  # fmt: skip
    assert first.split()[:6] == ["till-1", "2", "2", "0", "0", "0"]
    assert second.split()[:6] == ["till-2", "1", "1", "1", "1", "0"]
    assert hint.endswith("cesta decide DIR till-2 keep (or replace)")
    assert "cesta load DIR FILE" in lines(Path("DIR"), [])[0]

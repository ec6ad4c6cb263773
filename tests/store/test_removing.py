"""Events that were removed were never there: in no answer, no count and no file; all of them or none."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import LoadHead, accept, begin_seal, list_loads, restore, take, unload
from cesta.ingest.progress import quiet
from cesta.journeys.answer import answer
from cesta.model.arrival import Arrival
from cesta.model.event import Event
from cesta.store.accepted import accepted
from cesta.store.checking import check
from cesta.store.columns import Columns
from cesta.store.mask import Mask
from cesta.store.removing import RemovedEvents, remove
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

QUESTION = {"analysis": "transitions", "params": {}}
Row = tuple[str, int, int]
"""A customer, a time, a message id."""
rows = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 9), st.integers(0, 20)), max_size=12)


def old(columns: Columns) -> Mask:
    return np.asarray(columns.times < 5)


def fill(root: Path, loads: list[list[Row]], log: list[Row], kept: bool) -> Workspace:
    """The events in loads, the last of them in the bin, and in the log. kept: only those that stay."""
    workspace = Workspace.create(root, name="Shop")
    with workspace.log.transaction() as sql:
        sql.execute("update meta set block = 3")
    for number, load in enumerate(loads):
        named = {key: Event("web", str(key), who, "see", t, {"t": t}) for who, t, key in load}
        events = [event for event in named.values() if not kept or event.time >= 5]
        with begin_seal(workspace, LoadHead(f"web-{number}", "web", decision="keep"), per_shard=4) as sealing:
            sealing.add(table_of(events))
            sealing.finish()
    if len(loads) > 1:
        unload(workspace, f"web-{len(loads) - 1}")
    for who, t, key in log:
        if not kept or t >= 5:
            sent = Event("api", str(key), who, "buy", t, {"t": t})
            take(workspace, "api", [Arrival(sent, "track", "{}", t, {})])
    return workspace


def told(workspace: Workspace) -> object:
    loads = [(load.load_id, load.events, load.customers, load.changed) for load in list_loads(workspace)]
    answered = answer(QUESTION, workspace.snapshot()) | {"took_ms": 0}
    events = [each.event for each in accepted(workspace)]
    return loads, answered, sorted(events, key=lambda event: (event.source, event.message_id))


@settings(max_examples=15)
@given(st.lists(rows, min_size=1, max_size=3), rows)
def test_all_is_as_if_they_had_never_been_there(loads: list[list[Row]], log: list[Row]) -> None:
    # A message id stands for one event: what is removed must not have kept another one away.
    when = {key: t for load in loads for _, t, key in load}
    loads = [[(who, when[key], key) for who, _, key in load] for load in loads]
    log = list({key: (who, t, key) for who, t, key in reversed(log)}.values())
    with tempfile.TemporaryDirectory() as folder:
        with (
            fill(Path(folder) / "all", loads, log, kept=False) as every,
            fill(Path(folder) / "kept", loads, log, kept=True) as other,
        ):
            told(every)
            there = sum(when[key] < 5 for load in loads for key in {key for _, _, key in load})
            found = remove(every, old, 5)
            assert (found.log, found.rows) == (sum(t < 5 for _, t, _ in log), there)
            assert remove(every, old, 5) == RemovedEvents(0, 0, 0)
            assert told(every) == told(other)
            if len(loads) > 1:
                for workspace in (every, other):
                    restore(workspace, f"web-{len(loads) - 1}")
                assert told(every) == told(other)
        assert check(Path(folder) / "all", quiet).damaged == ()


def test_no_file_holds_what_was_removed(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        days = [f"2024-01-{n + 1:02d}" for n in range(10)]
        sent = [{"customer": "ann", "event": f"event-{n}", "ts": day} for n, day in enumerate(days)]
        accept(workspace, sent, "api")
        before = workspace.log.marks()
        assert len(workspace.columns().times) == 10

        def first(columns: Columns) -> Mask:
            return np.asarray([columns.names[code] == "event-0" for code in columns.codes], np.bool_)

        assert remove(workspace, first, 1 << 62) == RemovedEvents(1, 0, 0)
        assert workspace.log.marks().changes > before.changes
        assert "event-0" not in workspace.columns().names
    held = [path.name for path in tmp_path.rglob("*") if path.is_file() and b"event-0" in path.read_bytes()]
    assert held == []


def test_only_shards_that_are_old_enough_are_read(tmp_path: Path) -> None:
    with fill(tmp_path / "shop", [[("a", 1, 1)], [("b", 7, 2)]], [], kept=False) as workspace:
        asked = []

        def which(columns: Columns) -> Mask:
            asked.append(columns.times.tolist())
            return old(columns)

        assert remove(workspace, which, 5) == RemovedEvents(0, 1, 1)
        assert asked == [[1]]


def test_what_no_rule_fits_changes_nothing(tmp_path: Path) -> None:
    with fill(tmp_path / "shop", [[("a", 1, 1)], [("b", 7, 2)]], [("c", 3, 3)], kept=False) as workspace:
        before = workspace.log.marks()
        assert remove(workspace, lambda columns: np.zeros(len(columns.times), np.bool_), 1 << 62) == RemovedEvents(
            0, 0, 0
        )
        assert workspace.log.marks() == before


def test_a_disk_that_fails_between_files_and_lists_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with fill(tmp_path / "shop", [[("a", 1, 1), ("b", 7, 2)]], [("c", 3, 3)], kept=False) as workspace:
        before = told(workspace)

        def fails(*_: object, **__: object) -> None:
            raise OSError("the disk fails")

        with monkeypatch.context() as patch:
            patch.setattr("cesta.store.removing.recount_now", fails)
            with pytest.raises(OSError, match="the disk fails"):
                remove(workspace, old, 5)
        assert told(workspace) == before
        workspace.tidy()
        assert replace(remove(workspace, old, 5), files=0) == RemovedEvents(1, 1, 0)

"""Only what a load can do is taken for a decision; without one, what changed is shown."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.cli.decide import lines
from cesta.ingest.changes import ChangedField, ChangedRow, ChangedRows
from cesta.ingest.door import LoadHead, begin_seal
from cesta.model.event import Event
from cesta.store.shards import table_of
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
Serving = Callable[..., tuple[str, subprocess.Popen[str]]]


def test_no_decision_is_told_with_those_there_are(cesta: Run, root: Path) -> None:
    done = cesta("decide", root, "nothing", "drop")
    assert done.returncode == 1
    assert done.stderr == 'bad_decision: "drop" is no decision. It is one of: ask, keep, replace.\n'


@pytest.mark.parametrize("served", [False, True])
def test_without_a_decision_what_changed_is_shown(cesta: Run, serving: Serving, tmp_path: Path, served: bool) -> None:
    with Workspace.create(tmp_path / "mine") as workspace:
        for load, price in (("till-1", 5), ("till-2", 6)):
            with begin_seal(workspace, LoadHead(load, "till")) as sealing:
                sealing.add(table_of([Event("till", "17", "ann", "buy", 0, {"price": price})]))
                sealing.finish()
    if served:
        serving("serve", tmp_path / "mine", "--port", "0")
    (row,) = [{"id": "17", "customer": "ann", "event": "buy", "time": "1970-01-01T00:00:00Z",
               "fields": [{"field": "properties.price", "was": 5, "now": 6}]}]  # fmt: skip
    assert json.loads(cesta("decide", tmp_path / "mine", "till-2").stdout) == {"total": 1, "changes": [row]}


def test_it_is_said_in_words_with_both_decisions() -> None:
    fields = (ChangedField("customer", "ann", "eva"), ChangedField("properties.price", None, 8.5))
    row = ChangedRow("17", "eva", "buy", "2026-01-14T11:00:00Z", fields)
    assert lines(Path("DIR"), "till-2", ChangedRows(6, (row,))) == [
        "6 rows of till-2 say something else about known ids. The first 1:",
        "  17  eva, buy, 2026-01-14T11:00:00Z",
        '    customer: "ann" → "eva"',
        "    price: not set → 8.5",
        "Let the new values count: cesta decide DIR till-2 replace",
        "Leave the earlier ones:   cesta decide DIR till-2 keep",
    ]
    assert lines(Path("DIR"), "x", ChangedRows(0, ())) == ["No row of x says something else about a known id."]
    assert lines(Path("DIR"), "x", ChangedRows(1, (row,)))[0] == "1 row of x says something else about known ids."

"""What was set aside on the command line: seen, mended by a rule, dismissed and brought back."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from cesta.api.set_aside import Which, at_a_glance
from cesta.cli.events import read_events
from cesta.cli.set_aside import lines, rule_of
from cesta.ingest.door import accept
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
LINES = """\
{"customer": "zoe", "event": "visit", "ts": "soon", "message_id": "m1"}

{"customer": "", "event": "visit", "ts": "2026-01-10", "message_id": "m2"}
visit
"""


@pytest.fixture
def sent(root: Path) -> Path:
    with Workspace.open(root) as workspace:
        numbers, batch = zip(*read_events(LINES.encode().splitlines()), strict=True)
        accept(workspace, batch, "cli", file="new.ndjson", rows=numbers)
    return root


def test_groups_then_a_rule_tried_and_kept(cesta: Run, sent: Path, tmp_path: Path) -> None:
    seen = json.loads(cesta("set-aside", sent).stdout)
    assert [(g["code"], g["first"]["file"], g["first"]["row"]) for g in seen["groups"]] == [
        ("bad_time", "new.ndjson", 1), ("no_customer", "new.ndjson", 3), ("bad_json", "new.ndjson", 4)]  # fmt: skip
    rule = ("--field", "ts", "--value", "soon", "--becomes", "2026-01-10")
    told = json.loads(cesta("set-aside", sent, *rule, "--dry-run").stdout)
    assert (told["about"], told["mended"]) == (1, 1)
    (tmp_path / "rule.yaml").write_text("{field: customer, reason: no_customer, becomes: walk-in}\n", encoding="utf-8")
    done = json.loads(cesta("set-aside", sent, "--repair", tmp_path / "rule.yaml").stdout)
    assert done == {"replayed": 1, "waiting": 0}


def test_dismissed_and_brought_back(cesta: Run, sent: Path) -> None:
    gone = json.loads(cesta("set-aside", sent, "--reason", "bad_json", "--dismiss").stdout)
    assert gone["dismissed"] == 1
    assert json.loads(cesta("set-aside", sent, "--undo", gone["undo"]).stdout) == {"waiting": 1}


def test_a_rule_by_options() -> None:
    assert rule_of(None, None, None, None, None) is None
    assert rule_of(None, "customer", "n/a", None, "") == {"field": "customer", "value": "n/a", "becomes": None}
    assert rule_of(None, "time", None, "bad_time", "x") == {"field": "time", "reason": "bad_time", "becomes": "x"}
    with pytest.raises(CestaError, match="bad_rule"):
        rule_of(None, None, "n/a", None, "x")


def test_what_a_person_reads(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        assert lines(at_a_glance(workspace, Which()), Path("shop")) == ["Nothing is set aside."]
        accept(workspace, [{"customer": "ann", "event": "see", "ts": "soon"}], "web", file="a.ndjson", rows=[5])
        told = lines(at_a_glance(workspace, Which()), Path("shop"))
    assert told[0] == "1 set aside."
    assert told[3].split() == ["web", "bad_time", "ts", "1", "soon", "a.ndjson", "row", "5"]

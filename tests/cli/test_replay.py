"""What was set aside is tried again on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.ingest.door import accept
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_after_a_rule_was_written_by_hand(cesta: Run, root: Path) -> None:
    event = '{"customer": "zoe", "event": "visit", "ts": "soon"}\n'
    with Workspace.open(root) as workspace:
        accept(workspace, [json.loads(event)], "cli")
    (root / "repairs").mkdir()
    rule = "repairs:\n  - {field: ts, value: soon, becomes: 2026-01-10}\n"
    (root / "repairs" / "cli.yaml").write_text(rule, encoding="utf-8")
    assert json.loads(cesta("replay", root).stdout) == {"replayed": 1, "waiting": 0}
    assert json.loads(cesta("replay", root).stdout) == {"replayed": 0, "waiting": 0}

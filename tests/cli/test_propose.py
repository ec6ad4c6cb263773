"""A first map on the command line: shown, saved only when asked, never over another."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.propose import lines_of
from cesta.maps.propose.proposal import propose
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_shown_then_saved_then_refused(cesta: Run, root: Path) -> None:
    told = json.loads(cesta("map", "propose", root).stdout)
    assert told["id"] == "first-map"
    assert [path.name for path in (root / "maps").iterdir()] == ["buy-clothes.yaml"]
    assert cesta("map", "propose", root, "--save", "mine").returncode == 0
    assert "\nid: mine\n" in (root / "maps" / "mine.yaml").read_text(encoding="utf-8")
    assert cesta("map", "lint", root, "mine").returncode == 0
    again = cesta("map", "propose", root, "--save", "mine")
    assert again.returncode == 1
    assert again.stderr.startswith("map_exists: ")


def test_a_person_reads_stages_and_what_was_left_out(root: Path) -> None:
    with Workspace.open(root) as workspace:
        found = propose(workspace)
    text = "\n".join(lines_of(found))
    assert all(stage.name in text for stage in found.stages)
    assert "of all events" in text

"""Tasks on the command line: opened, moved, listed by owner; what is wrong is said."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.tasks import lines_of

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_opened_moved_and_listed(cesta: Run, root: Path) -> None:
    assert "--add" in lines_of(json.loads(cesta("tasks", root).stdout))[0]
    opened = json.loads(
        cesta("tasks", root, "--add", "Shorten the form", "--owner", "jana", "--due", "2020-01-01").stdout
    )
    assert (opened["status"], opened["owner"], opened["overdue"]) == ("idea", "jana", True)
    moved = json.loads(cesta("tasks", root, "--move", str(opened["id"]), "doing").stdout)
    assert moved["status"] == "doing"
    (line,) = lines_of(json.loads(cesta("tasks", root, "--owner", "jana").stdout))[1:]
    assert re.split(r"\s{2,}", line.strip())[1:5] == ["Shorten the form", "doing", "jana", "2020-01-01, overdue"]
    assert json.loads(cesta("tasks", root, "--owner", "petr").stdout) == []
    assert cesta("tasks", root, "--move", "99", "done").stderr.startswith("unknown_task: ")
    assert cesta("tasks", root, "--move", str(opened["id"]), "ready").stderr.startswith("unknown_status: ")

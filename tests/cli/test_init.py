"""An empty workspace is made once."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_folder_is_made_once(cesta: Run, tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    told = cesta("init", folder, "--name", "Mine", "--languages", "pl,en", "--timezone", "Europe/Warsaw")
    assert told.returncode == 0
    found = {item["name"]: item["value"] for item in json.loads(cesta("config", folder).stdout)}
    assert (found["name"], found["languages"], found["timezone"]) == ("Mine", "pl, en", "Europe/Warsaw")
    again = cesta("init", folder)
    assert (again.returncode, again.stderr.split(":")[0]) == (1, "workspace_exists")

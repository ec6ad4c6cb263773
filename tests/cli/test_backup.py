"""A workspace that is being served goes into one file, and comes back the same."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_served_workspace_goes_into_one_file_and_comes_back(
    cesta: Run, root: Path, serving: Callable[..., tuple[str, subprocess.Popen[str]]], tmp_path: Path
) -> None:
    serving("serve", root, "--port", 0)
    done = cesta("backup", root, tmp_path / "shop.tar")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["bytes"] == (tmp_path / "shop.tar").stat().st_size
    assert cesta("restore", tmp_path / "shop.tar", tmp_path / "again").returncode == 0
    assert cesta("events", tmp_path / "again", "--json").stdout == cesta("events", root, "--json").stdout != ""
    again = cesta("backup", root, tmp_path / "shop.tar")
    assert again.returncode == 1
    assert again.stderr.splitlines()[-1].startswith("file_exists: There is a file ")

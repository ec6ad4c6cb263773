"""What is no backup is refused, and nothing is made of it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[str]"]


def test_a_file_that_is_no_backup_is_refused(cesta: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.tar").write_bytes(b"no tar at all")
    done = cesta("restore", tmp_path / "photo.tar", tmp_path / "shop")
    assert done.returncode == 1
    assert done.stderr.startswith("bad_backup: ")
    missing = cesta("restore", tmp_path / "nothing.tar", tmp_path / "shop")
    assert missing.stderr.startswith("no_access: ")
    assert [path.name for path in tmp_path.iterdir()] == ["photo.tar"]

"""Only what a load can do is taken for a decision."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_no_decision_is_told_with_those_there_are(cesta: Run, root: Path) -> None:
    done = cesta("decide", root, "nothing", "drop")
    assert done.returncode == 1
    assert done.stderr == 'bad_decision: "drop" is no decision. It is one of: ask, keep, replace.\n'

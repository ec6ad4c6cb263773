"""Taking back what is not there, or is gone already, is told."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_a_load_that_never_was_is_named_with_those_there(cesta: Run, root: Path) -> None:
    done = cesta("unload", root, "nothing")
    assert done.returncode == 1
    assert done.stderr == 'unknown_load: There is no load "nothing". Known: none.\n'

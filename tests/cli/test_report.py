"""A segment's report on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.report import lines_of

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_told_to_programs_and_people(cesta: Run, root: Path) -> None:
    found = json.loads(cesta("report", root, "app-shoppers", "--json").stdout)
    text = "\n".join(lines_of(found))
    assert text.startswith(f"App shoppers: {found['customers']['n']} of {found['customers']['of']} customers")
    assert "/goal/rate" in text
    assert cesta("report", root, "nobody").stderr.startswith("unknown_segment: ")

"""Groups on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.two_habits import two_habits

from cesta.cli.groups import lines_of

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_found_then_kept(cesta: Run, tmp_path: Path) -> None:
    root = tmp_path / "shop"
    two_habits(root).close()
    found = json.loads(cesta("groups", root, "--json").stdout)
    text = "\n".join(lines_of(found))
    assert "Group 1: 80 customers, 67 % of all" in text.replace("67%", "67 %")
    assert "source is ad" in text
    assert "as a rule: " in text
    kept = cesta("groups", root, "--save", "1", "--id", "comparers", "--name", "Those who compare")
    assert kept.returncode == 0
    assert "name: Those who compare" in (root / "segments" / "comparers.yaml").read_text(encoding="utf-8")
    assert not (root / "personas").exists() or not list((root / "personas").iterdir())


def test_no_groups_are_said_to_be_none() -> None:
    text = "\n".join(lines_of({"found": {"groups": [], "customers": 12}, "rules": []}))
    assert text == "No groups found among 12 customers: they do not fall into groups by what they do."

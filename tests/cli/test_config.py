"""Every setting with its origin."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_each_value_and_where_it_comes_from(cesta: Run, root: Path) -> None:
    found = {item["name"]: item for item in json.loads(cesta("config", root, CESTA_PORT="9001").stdout)}
    assert (found["port"]["value"], found["port"]["origin"]) == ("9001", "environment CESTA_PORT")
    assert found["min_n"]["origin"] == "cesta.yaml"
    assert found["host"]["origin"] == "default"


def test_a_newer_format_is_refused(cesta: Run, root: Path) -> None:
    path = root / "cesta.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("format: 1", "format: 2"), encoding="utf-8")
    for verb in ("config", "serve", "events"):
        told = cesta(verb, root)
        assert (told.returncode, told.stderr.split(":")[0]) == (1, "newer_format")

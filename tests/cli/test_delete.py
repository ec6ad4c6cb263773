"""Deleting says what would miss the document, and does it only when that is wanted."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_what_would_miss_it_is_told_first(cesta: Run, root: Path) -> None:
    path = root / "maps" / "buy-clothes.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "segment: app-shoppers\n", encoding="utf-8")
    told = json.loads(cesta("delete", root, "segment/app-shoppers", "--dry-run").stdout)
    assert told["binned"] is None
    assert [other["id"] for other in told["dependents"]] == ["buy-clothes"]
    assert (root / "segments" / "app-shoppers.yaml").exists()


def test_a_document_without_its_kind_is_told(cesta: Run, root: Path) -> None:
    done = cesta("delete", root, "buy-clothes")
    assert (done.returncode, done.stderr.split(":")[0]) == (1, "bad_value")

"""Maps on the command line: shown, checked, formatted."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.map import lines_of, shown
from cesta.maps.bind import view
from cesta.maps.view import Number
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_numbers_are_the_maps(cesta: Run, root: Path) -> None:
    told = json.loads(cesta("map", "show", root, "buy-clothes").stdout)
    with Workspace.open(root) as workspace:
        found = view(workspace, "buy-clothes")
    assert told["people"]["n"] == found.people.n
    text = "\n".join(lines_of(found))
    assert all(stage.name in text for stage in found.stages)
    assert [entry["id"] for entry in json.loads(cesta("map", "show", root).stdout)] == ["buy-clothes"]


def test_a_mistake_is_found_in_its_line(cesta: Run, root: Path) -> None:
    assert cesta("map", "lint", root).returncode == 0
    path = root / "maps" / "buy-clothes.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("owner: jana", "ownr: jana", 1), encoding="utf-8")
    told = cesta("map", "lint", root, "buy-clothes")
    assert told.returncode == 1
    assert any("ownr" in problem["message"] for problem in json.loads(told.stdout)["buy-clothes"])


def test_formatting_settles(cesta: Run, root: Path) -> None:
    path = root / "maps" / "buy-clothes.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("id: buy-clothes", 'id:   "buy-clothes"'), encoding="utf-8"
    )
    before = path.read_text(encoding="utf-8")
    assert cesta("map", "fmt", root, "--check").returncode == 1
    assert path.read_text(encoding="utf-8") == before
    assert cesta("map", "fmt", root).returncode == 0
    assert cesta("map", "fmt", root, "--check").returncode == 0


def test_a_number_is_never_bare() -> None:
    assert shown(Number(0.5, "share", 40, low=0.4, high=0.6)) == "50.0 % (40.0 … 60.0)"
    assert shown(Number(None, "share", 7, too_few=True)) == "too few (n = 7)"

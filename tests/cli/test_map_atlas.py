"""`cesta map atlas`: the numbers of the API, as lines for people."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.map_atlas import atlas_lines
from cesta.maps.atlas_row import row
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_the_numbers_are_those_of_the_map(cesta: Run, root: Path) -> None:
    (told,) = json.loads(cesta("map", "atlas", root).stdout)
    with Workspace.open(root) as workspace:
        found = row(workspace, "buy-clothes")
    assert (told["map"]["id"], told["depth"]) == ("buy-clothes", 0)
    assert told["row"]["people"]["value"] == found.people.value
    assert told["row"]["health"] == found.health
    broken = {"map": {"id": "bad", "title": "bad"}, "depth": 1, "row": None}
    head, *lines = atlas_lines([told, broken])
    assert head.split()[:2] == ["map", "title"]
    assert "I buy something to wear" in lines[-2]
    assert "cannot be read" in lines[-1]

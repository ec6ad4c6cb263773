"""`cesta map deviations|barriers`: the numbers of the API, as lines for people."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

from cesta.cli.map_truth import barrier_lines, deviation_lines
from cesta.maps.barriers.looking import barriers
from cesta.maps.compose import Picked
from cesta.maps.desired_view import desired_beside
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
DESIRED = "desired: {path: [arrive, product, cart, details, bought], again: [arrive, product]}\n"


def test_the_numbers_are_those_of_the_map(cesta: Run, root: Path) -> None:
    path = root / "maps" / "buy-clothes.yaml"
    path.write_text(path.read_text(encoding="utf-8") + DESIRED, encoding="utf-8")
    told = json.loads(cesta("map", "deviations", root, "buy-clothes").stdout)
    with Workspace.open(root) as workspace:
        found = desired_beside(workspace, "buy-clothes", Picked()).view
        stopped = barriers(workspace, "buy-clothes", Picked()).view
    assert told["keeping"]["n"] == found.keeping.n
    text = "\n".join(deviation_lines(found))
    assert all(one.touchpoint in text for one in found.deviations)
    assert f"{found.compared} differences" in text
    assert barrier_lines(stopped)


def test_without_a_path_it_says_how_to_write_one(root: Path) -> None:
    with Workspace.open(root) as workspace:
        found = desired_beside(workspace, "buy-clothes", Picked()).view
    assert "desired: {path:" in deviation_lines(found)[1]

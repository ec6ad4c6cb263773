"""A document's problems have their lines."""

from __future__ import annotations

import pytest

from cesta.api.map_text import map_text
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_a_misspelt_field_is_found_in_its_line(workspace: Workspace) -> None:
    path = workspace.root / "maps" / "buy-clothes.yaml"
    good = map_text(workspace, "buy-clothes")
    assert not [problem for problem in good.problems if problem.level == "error"]
    lines = path.read_text(encoding="utf-8").replace("owner: jana", "ownr: jana", 1).splitlines()
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    found = [problem for problem in map_text(workspace, "buy-clothes").problems if "ownr" in problem.message]
    assert [problem.line for problem in found] == [next(i for i, line in enumerate(lines, 1) if "ownr" in line)]


def test_an_unknown_map(workspace: Workspace) -> None:
    with pytest.raises(CestaError, match="unknown_map"):
        map_text(workspace, "buy-shoes")

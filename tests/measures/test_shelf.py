"""The measures that a workspace declares."""

from __future__ import annotations

from pathlib import Path

from cesta.measures.shelf import load_all
from cesta.model.errors import CestaError
from cesta.store.workspace import Workspace


def test_a_broken_file_is_set_apart(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop") as workspace:
        folder = workspace.root / "measures"
        folder.mkdir(exist_ok=True)
        (folder / "nps.yaml").write_text("cesta: measure/1\nid: nps\nname: Recommend\ntype: nps\n")
        (folder / "bad.yaml").write_text("a: [\n")
        broken: list[CestaError] = []
        assert list(load_all(workspace, broken)) == ["nps"]
        assert [error.code for error in broken] == ["bad_yaml"]

"""The traits that come with Cesta, and a workspace's own beside and before them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.model.shape import LANGUAGES
from cesta.profiles.trait_shelf import load_all, shipped
from cesta.store.workspace import Workspace


def test_those_that_come_with_cesta_are_whole_in_every_language() -> None:
    for trait in shipped().values():
        assert isinstance(trait.name, dict) or not isinstance(trait.name, str)
        assert set(trait.name) == set(LANGUAGES), trait.id


def test_ones_own_go_before(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "w") as workspace:
        (workspace.root / "traits").mkdir()
        (workspace.root / "traits" / "orders.yaml").write_text(
            "cesta: trait/1\nid: orders\nname: Mine\ncompute: count\n"
        )
        (workspace.root / "traits" / "wrong.yaml").write_text("cesta: trait/1\nid: wrong\n")
        broken: list[CestaError] = []
        found = {trait.id: trait for trait in load_all(workspace, broken)}
        assert found["orders"].name == "Mine"
        assert len(found) == len(shipped())
        assert [error.code for error in broken] == ["bad_trait"]
        with pytest.raises(CestaError):
            load_all(workspace)

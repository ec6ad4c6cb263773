"""A sample's definitions are copied once; another workspace is left alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.model.errors import CestaError
from cesta.samples.definitions import create, is_there
from cesta.store.workspace import Workspace


def test_definitions_are_copied_into_a_new_workspace(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    for name in ("maps/way.yaml", "segments/deep/some.yaml", "mapping.yaml", "other/left.yaml"):
        (sample / name).parent.mkdir(parents=True, exist_ok=True)
        (sample / name).write_text(f"# {name}\n", encoding="utf-8")
    root = tmp_path / "made"
    assert not is_there(root, "mappings/it.yaml")
    create(sample, root, "mappings/it.yaml", "Made", "CZK").close()
    assert is_there(root, "mappings/it.yaml")
    assert (root / "maps" / "way.yaml").read_text(encoding="utf-8") == "# maps/way.yaml\n"
    assert (root / "segments" / "deep" / "some.yaml").is_file()
    assert not (root / "other").exists()
    with Workspace.open(root) as workspace:
        assert (workspace.settings.name, workspace.settings.currency) == ("Made", "CZK")


def test_another_workspace_is_no_sample(tmp_path: Path) -> None:
    Workspace.create(tmp_path / "mine").close()
    with pytest.raises(CestaError, match="workspace_exists"):
        is_there(tmp_path / "mine", "mappings/it.yaml")

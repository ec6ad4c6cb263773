"""The example workspace: sound, settled, what git should keep and nothing else; its own README works on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cesta.cli.main import main
from cesta.maps.fmt import fmt
from cesta.maps.lint import lint
from cesta.maps.shelf import map_ids, read_text
from cesta.store.workspace import Workspace

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "kitchen-studio"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("example") / "my-studio"
    shutil.copytree(EXAMPLE, root, ignore=shutil.ignore_patterns("data"))
    return root


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    return int(left.value.code or 0)


def test_sound_and_settled(copied: Path) -> None:
    assert (EXAMPLE / ".gitignore").read_text(encoding="utf-8") == "data/\n"
    with Workspace.open(copied) as workspace:
        for map_id in map_ids(workspace):
            assert [problem for problem in lint(workspace, map_id) if problem.level == "error"] == []
            text = read_text(workspace, map_id)
            assert fmt(text) == text


def test_its_readme_works(copied: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("load", copied, copied / "events.csv") == 0
    assert run("map", "show", copied, "new-kitchen") == 0
    assert '"people"' in capsys.readouterr().out
    assert run("map", "diff", copied, "new-kitchen", "new-kitchen.renters") == 1
    assert "touchpoint “I see it in the showroom” removed" in capsys.readouterr().out
    assert run("map", "export", copied, "new-kitchen", "--to", tmp_path / "kitchen.pdf", "--lang", "cs") == 0
    assert (tmp_path / "kitchen.pdf").read_bytes().startswith(b"%PDF")

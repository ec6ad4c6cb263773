"""Two maps compared on the command line: nothing said of equal ones, exit code 1 and words for others."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.cli.main import main


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    return int(left.value.code or 0)


def test_a_map_and_a_changed_file(shop_root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (shop_root / "maps" / "buy-clothes.yaml").read_text(encoding="utf-8")
    changed = tmp_path / "other.yaml"
    changed.write_text(text.replace("owner: jana", "owner: petr", 1), encoding="utf-8")
    assert run("map", "diff", shop_root, "buy-clothes", "buy-clothes") == 0
    assert capsys.readouterr().out == '{"differences":[]}\n'
    assert run("map", "diff", shop_root, "buy-clothes", changed, "--lang", "cs") == 1
    assert "odpovídá: jana → petr" in capsys.readouterr().out

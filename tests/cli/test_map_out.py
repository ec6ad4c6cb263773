"""Maps written as files and brought in again on the command line; what a format cannot hold is told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cesta.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    told = capsys.readouterr()
    return int(left.value.code or 0), told.out, told.err


def test_out_and_in(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page, table = tmp_path / "map.html", tmp_path / "map.csv"
    code, told, lost = run(capsys, "map", "export", root, "buy-clothes", "--to", page, "--lang", "ru", "--no-numbers")
    assert (code, lost) == (0, "")
    assert msgspec.json.decode(told)["lost"] == []
    assert run(capsys, "map", "import", root, page, "--id", "again")[0] == 0
    code, told, _ = run(capsys, "map", "diff", root, "buy-clothes", "again")
    assert [each["says"] for each in msgspec.json.decode(told)["differences"]] == ["id: buy-clothes → again"]
    code, _, lost = run(capsys, "map", "export", root, "buy-clothes", "--to", table)
    assert code == 0
    assert "cannot hold: map: title" in lost
    assert run(capsys, "map", "import", root, table, "--id", "third")[0] == 0


def test_what_cannot_be(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "map", "export", root, "buy-clothes", "--to", tmp_path / "map.doc")[0] == 1
    assert run(capsys, "map", "import", root, tmp_path / "nothing.html")[0] == 1

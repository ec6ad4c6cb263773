"""Maps begun from templates, and maps kept as templates, on the command line."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from cesta.cli.main import main


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str]:
    with pytest.raises(SystemExit) as left:
        main([str(word) for word in words])
    told = capsys.readouterr()
    return int(left.value.code or 0), told.out + told.err


def test_begin_save_and_list(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "map", "new", root, "trip", "--template", "travel", "--lang", "pl")[0] == 0
    assert "title: Jadę na urlop" in (root / "maps" / "trip.yaml").read_text(encoding="utf-8")
    code, told = run(capsys, "map", "new", root, "trip", "--template", "travel")
    assert (code, "map_exists" in told) == (1, True)
    code, told = run(capsys, "map", "templates", root, "--save", "trip", "--as", "our-trip")
    assert code == 0
    assert [each["id"] for each in msgspec.json.decode(told)][:2] == ["our-trip", "retail"]
    assert run(capsys, "map", "templates", root, "--as", "x")[0] == 1

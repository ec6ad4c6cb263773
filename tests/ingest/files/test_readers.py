"""A file goes to the reader of its kind; what every reader promises is in tests/contracts."""

from __future__ import annotations

from pathlib import Path

import pytest

from cesta.ingest.files import readers
from cesta.ingest.files.readers import Reader, reader_for, register
from cesta.ingest.files.stage import stage
from cesta.ingest.files.staged import Staged
from cesta.model.errors import CestaError


def read_nothing(_path: Path, _into: Path, _progress: object) -> list[Staged]:
    return []


@pytest.mark.parametrize(
    ("name", "suffix", "head", "kind"),
    [
        ("a.csv", ".csv", b"a,b\n", "delimited"),
        ("a.csv", ".csv", b"PAR1....", "parquet"),
        ("a.parquet", ".parquet", b"no", "parquet"),
        ("a.jsonl", ".jsonl", b"{}", "json"),
        ("export", "", b'\n{"a": 1}', "json"),
        ("export", "", b"a;b", "delimited"),
    ],
)
def test_a_file_is_known_by_its_first_bytes_then_by_its_name(name: str, suffix: str, head: bytes, kind: str) -> None:
    assert reader_for(Path(name), suffix, head).kind == kind


def test_a_stranger_registers_as_ours_do(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(readers, "_READERS", dict(readers._READERS))
    register(Reader("log", (".log",), read_nothing, signature=b"LOG1"))
    (tmp_path / "a.log").write_text("LOG1")
    assert stage(tmp_path / "a.log", tmp_path / "into") == []


def test_without_a_reader_the_known_kinds_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "_READERS", {"log": Reader("log", (".log",), read_nothing)})
    with pytest.raises(CestaError, match=r"bad_file: a\.xyz is of no known kind\. Known: log"):
        reader_for(Path("a.xyz"), ".xyz", b"")

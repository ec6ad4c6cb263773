"""Rows of text become columns; many pieces become one table."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cesta.ingest.files.cells import CellsWriter, Layout
from cesta.ingest.files.cut import cut, with_last
from cesta.ingest.files.source import Source
from cesta.ingest.files.text import Text

LAYOUT = Layout(",", '"', ("a", "b"), 1, 1000)


def write(folder: Path, blocks: list[bytes]) -> CellsWriter:
    path = folder / "a.csv"
    path.write_bytes(b"".join(blocks))
    with CellsWriter(folder / "a.parquet", LAYOUT, Text(Source(path))) as writer:
        for piece in cut(with_last(blocks), ",", '"', 1000):
            writer.add(piece)
    return writer


def test_pieces_become_one_table(tmp_path: Path) -> None:
    writer = write(tmp_path, [b"a,b\n1,", b'2\n"x\ny",\n', b"3\n4,5\n"])
    assert writer.rows == 3
    assert pq.read_table(writer.path).to_pylist() == [
        {"a": "1", "b": "2", "_row": 2}, {"a": "x\ny", "b": None, "_row": 3}, {"a": "4", "b": "5", "_row": 5}
    ]  # fmt: skip
    assert [(one.row, one.code, one.value) for one in writer.refused] == [(4, "ragged_row", "3")]
    assert writer.notes() == []


def test_an_error_in_the_other_thread_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CellsWriter, "_parse", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write(tmp_path, [b"a,b\n1,2\n"])

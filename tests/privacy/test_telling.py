"""A file tells of somebody whose id it holds as a word, a cell or a value, whatever kind of file it is."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from cesta.privacy.telling import BLOCK, tells_of

ROWS = [["zoe-1", "sees boots", 17], ["bob", "annotated", 4711]]


def as_csv(path: Path) -> None:
    text = io.StringIO()
    csv.writer(text).writerows(ROWS)
    path.write_text(text.getvalue())


def as_parquet(path: Path) -> None:
    who, what, number = zip(*ROWS, strict=True)
    pq.write_table(pa.table({"who": pa.array(who).dictionary_encode(), "what": what, "number": number}), path)


def as_workbook(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)


def as_zip(path: Path) -> None:
    inner = path.with_name("inner.csv")
    as_csv(inner)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(inner, "a/inner.csv")
    inner.unlink()


WRITERS: dict[str, Callable[[Path], None]] = {
    "rows.csv": as_csv, "rows.parquet": as_parquet, "rows.xlsx": as_workbook, "rows.zip": as_zip
}  # fmt: skip


@pytest.mark.parametrize("name", WRITERS)
def test_every_kind_of_file_is_looked_into(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    WRITERS[name](path)
    for there in ("zoe-1", "bob", "4711"):
        assert tells_of(path, {there}), there
    # A part of a word is somebody else's.
    for absent in ("zoe", "ann", "471"):
        assert not tells_of(path, {absent}), absent
    assert tells_of(path, {"nobody", "bob"})


def test_an_id_on_the_edge_of_two_blocks_is_found(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    for place in (BLOCK - 3, BLOCK, 2 * BLOCK - 1):
        path.write_bytes(b" " * place + b"zoe-1 " + b" " * BLOCK)
        assert tells_of(path, {"zoe-1"}), place


def test_a_word_in_a_column_of_texts(tmp_path: Path) -> None:
    pq.write_table(pa.table({"said": ["call zoe-1 back", None], "n": [1.5, None]}), tmp_path / "a.parquet")
    assert tells_of(tmp_path / "a.parquet", {"zoe-1"})
    assert not tells_of(tmp_path / "a.parquet", {"zoe"})

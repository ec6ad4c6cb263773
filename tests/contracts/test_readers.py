"""What every reader of files promises, ours and a stranger's: add one to `WRITERS` and it inherits every test."""

from __future__ import annotations

import bz2
import csv
import gzip
import json
import os
import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import xlsxwriter

from cesta.ingest.files.readers import readers
from cesta.ingest.files.stage import stage
from cesta.ingest.files.staged import Staged
from cesta.ingest.readers.shelf import shelf
from cesta.model.errors import CestaError

Table = Sequence[Sequence[str | None]]
HEADER = ["card", "paid", "note"]
ROWS: Table = [["001", "2024-01-05", "Łódź"], ["NA", "2024-01-06", 'a "b", c'], ["003", None, "two\nlines"]]


def write_csv(path: Path, header: Sequence[str], rows: Table) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])


def write_json(path: Path, header: Sequence[str], rows: Table) -> None:
    lines = [json.dumps(dict(zip(header, row, strict=True))) + "\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")


def write_parquet(path: Path, header: Sequence[str], rows: Table) -> None:
    columns = [pa.array([row[at] for row in rows], pa.string()) for at in range(len(header))]
    pq.write_table(pa.table(columns, names=list(header)), path)


def write_workbook(path: Path, header: Sequence[str], rows: Table) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Sheet")
        for at, row in enumerate([header, *rows]):
            for place, cell in enumerate(row):
                if cell is not None:
                    sheet.write_string(at, place, cell)


Write = Callable[[Path, Sequence[str], Table], None]
WRITERS: dict[str, tuple[str, Write, int]] = {
    "delimited": (".csv", write_csv, 2),
    "json": (".jsonl", write_json, 1),
    "parquet": (".parquet", write_parquet, 1),
    "workbook": (".xlsx", write_workbook, 2),
}
"""The kind of a reader: how its files are named, who writes one, and the number of the first row."""
TEXTS = ("delimited", "json")
every_reader = pytest.mark.parametrize("kind", list(WRITERS))


def rows_of(staged: Staged) -> list[tuple[object, ...]]:
    return duckdb.execute(staged.query()).fetchall()


def written(folder: Path, kind: str, rows: Table = ROWS) -> Path:
    suffix, write, _ = WRITERS[kind]
    path = folder / f"Zakupy 2024{suffix}"
    write(path, HEADER, rows)
    return path


def test_every_reader_is_held_to_this() -> None:
    """Those of the shelf have a contract of their own, in `cesta.ingest.readers.suite`."""
    others = {reader.kind for reader in shelf().values() if reader.suffixes}
    assert {reader.kind for reader in readers()} == set(WRITERS) | others


@every_reader
def test_what_was_written_is_read_with_its_rows_numbered(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind)
    before = path.read_bytes()
    (staged,) = stage(path, tmp_path / "into")
    first = WRITERS[kind][2]
    assert (staged.name, staged.file, staged.columns, staged.rows) == ("zakupy_2024", path, tuple(HEADER), 3)
    assert rows_of(staged) == [(*list(row), first + at) for at, row in enumerate(ROWS)]
    assert (len(staged.refused), [note.code for note in staged.notes]) == (0, [])
    assert path.read_bytes() == before


@every_reader
def test_many_rows_keep_their_order(tmp_path: Path, kind: str) -> None:
    rows: Table = [[str(n), "2024-01-05", "x" * (n % 97)] for n in range(3_000)]
    (staged,) = stage(written(tmp_path, kind, rows), tmp_path / "into")
    assert [row[0] for row in rows_of(staged)] == [row[0] for row in rows]


@every_reader
def test_progress_is_told_up_to_the_end(tmp_path: Path, kind: str) -> None:
    told: list[tuple[str, int, int]] = []
    stage(written(tmp_path, kind), tmp_path / "into", lambda *what: told.append(what))
    assert told
    assert told[-1][1] == told[-1][2]


@every_reader
def test_two_files_of_one_name_are_two_tables(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind)
    (one,) = stage(path, tmp_path / "into")
    (two,) = stage(path, tmp_path / "into")
    assert rows_of(one) == rows_of(two)


@every_reader
def test_an_empty_file_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a{WRITERS[kind][0]}"
    path.write_bytes(b"")
    with pytest.raises(CestaError, match=r"empty_file: a\..* is empty"):
        stage(path, tmp_path / "into")


@every_reader
def test_rubbish_is_told(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"a{WRITERS[kind][0]}"
    path.write_bytes(bytes(range(256)) * 40)
    with pytest.raises(CestaError, match=r"bad_file: a\."):
        stage(path, tmp_path / "into")


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("how", ["gz", "zst", "bz2", "zip"])
def test_compressed_text_reads_like_plain(tmp_path: Path, kind: str, how: str) -> None:
    path = written(tmp_path, kind)
    packed = path.with_name(f"{path.name}.{how}")
    if how == "zip":
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(path, path.name)
    else:
        packers = {"gz": gzip.compress, "bz2": bz2.compress, "zst": pa.Codec("zstd").compress}
        packed.write_bytes(bytes(packers[how](path.read_bytes())))
    plain = stage(path, tmp_path / "into")[0]
    (staged,) = stage(packed, tmp_path / "into")
    assert (staged.name, rows_of(staged)) == (plain.name, rows_of(plain))


@pytest.mark.parametrize("kind", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "windows-1250", "iso-8859-2"])
def test_text_is_read_whatever_it_was_written_in(tmp_path: Path, kind: str, encoding: str) -> None:
    path = written(tmp_path, kind, [["1", "ą", "Łódź, świeża wełna"]])
    text = path.read_text(encoding="utf-8")
    path.write_bytes((text if kind == "delimited" else text.encode().decode("unicode_escape")).encode(encoding))
    (staged,) = stage(path, tmp_path / "into")
    assert rows_of(staged)[0][:3] == ("1", "ą", "Łódź, świeża wełna")
    assert [note.code for note in staged.notes] == ([] if encoding == "utf-8-sig" else ["encoding"])


@pytest.mark.parametrize("kind", TEXTS)
def test_a_gzip_that_breaks_off_gives_the_rows_before(tmp_path: Path, kind: str) -> None:
    chance = random.Random(5)
    rows: Table = [[str(n), str(chance.random()), str(chance.random())] for n in range(5_000)]
    path = written(tmp_path, kind, rows)
    packed = path.with_name(f"{path.name}.gz")
    packed.write_bytes(gzip.compress(path.read_bytes())[:50_000])
    os.utime(packed, (0, 0))
    (staged,) = stage(packed, tmp_path / "into")
    assert 1_000 < staged.rows < 5_000
    assert [row[0] for row in rows_of(staged)] == [row[0] for row in rows[: staged.rows]]
    (note,) = staged.notes
    assert note.code == "cut_short"
    assert f"{staged.rows:,} rows" in note.text
    (cut,) = staged.refused
    assert (cut.code, cut.row) == ("cut_short", staged.rows + WRITERS[kind][2])


@every_reader
def test_a_file_that_is_not_there_is_told(tmp_path: Path, kind: str) -> None:
    with pytest.raises(CestaError, match=r"no_file: .*nowhere"):
        stage(tmp_path / f"nowhere{WRITERS[kind][0]}", tmp_path / "into")

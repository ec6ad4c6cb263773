"""Delimited text: what was written is staged or refused, row by row; nothing is lost."""

from __future__ import annotations

import csv
import io
import os
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.files.delimited import read_delimited
from cesta.ingest.files.staged import Staged
from cesta.model.errors import CestaError


def staged_of(folder: Path, data: bytes, longest: int = 4 << 20, fresh: bool = False) -> Staged:
    path = folder / "a.csv"
    path.write_bytes(data)
    if not fresh:
        os.utime(path, (0, 0))
    (folder / "into").mkdir(exist_ok=True)
    (staged,) = read_delimited(path, folder / "into", longest=longest)
    return staged


def rows_of(staged: Staged) -> list[tuple[object, ...]]:
    return duckdb.execute(staged.query()).fetchall()


def refused(staged: Staged) -> list[tuple[int | None, str]]:
    return [(one.row, one.code) for one in staged.refused]


def test_cells_stay_as_they_are_written(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, 'id;paid;total\n001;NA;1 234,50 zł\n"2"; x ;""\n'.encode())
    assert rows_of(staged) == [("001", "NA", "1 234,50 zł", 2), ("2", " x ", None, 3)]
    assert [note.code for note in staged.notes] == ["separator"]


def test_titles_blank_rows_and_names_are_told(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, b"Orders\n\nid,,id\n1,a,x\n,,\n\n2,b,y\n")
    assert staged.columns == ("id", "column_2", "id_2")
    assert rows_of(staged) == [("1", "a", "x", 4), ("2", "b", "y", 7)]
    assert [note.code for note in staged.notes] == ["title_rows", "empty_name", "same_name"]
    assert len(staged.refused) == 0


@pytest.mark.parametrize(
    ("row", "code", "words"),
    [
        (b"1,2,3", "ragged_row", "3 cells where the header has 2"),
        (b"1", "ragged_row", "1 cell where the header has 2"),
        (b"x\0,2", "nul_byte", "NUL"),
        (b"x\xff,2", "bad_encoding", "mean nothing in utf-8"),
        (b'"a"b,2', "bad_quote", "written twice"),
        (b'"a,2', "bad_quote", "written twice"),
        (b"x" * 300 + b",2", "long_line", "302 bytes; the longest that is taken has 200"),
    ],
)
def test_a_row_that_breaks_the_rules_is_refused_alone(tmp_path: Path, row: bytes, code: str, words: str) -> None:
    data = b"id,n\n\xc5\xbe,1\n" + row + b'\nb,2\n"c",3\n'
    staged = staged_of(tmp_path, data, longest=200)
    assert [item[0] for item in rows_of(staged)] == ["ž", "b", "c"]
    (one,) = staged.refused
    assert (one.row, one.code) == (3, code)
    assert words in one.reason
    assert (one.value or "").startswith(row[:1].decode("utf-8", "backslashreplace"))


def test_a_quote_that_is_never_closed_takes_only_its_own_row(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, b'id,n\n1,"a\n' + b"".join(b"%d,b\n" % n for n in range(1000)))
    assert (staged.rows, refused(staged)) == (1000, [(2, "unclosed_quote")])


def test_a_line_of_many_megabytes_is_not_held(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, b"id,n\n1,2\n" + b"x" * 40_000_000 + b"\n3,4\n", longest=100_000)
    assert (rows_of(staged), refused(staged)) == ([("1", "2", 2), ("3", "4", 4)], [(3, "long_line")])
    assert "40,000,000 bytes" in next(iter(staged.refused)).reason


def test_a_code_page_row_with_a_byte_that_means_nothing_is_refused(tmp_path: Path) -> None:
    text = "id,n\nżółć,1\nświeża wełna,2\n".encode("windows-1250") + b"a\x81b,3\n"
    staged = staged_of(tmp_path, text)
    assert (staged.rows, refused(staged)) == (2, [(4, "bad_encoding")])


def test_a_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, b"id,n\n")
    assert (staged.columns, staged.rows, [note.code for note in staged.notes]) == (("id", "n"), 0, ["no_rows"])
    assert rows_of(staged) == []


def test_a_file_whose_last_row_is_cut_is_still_being_written(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r"file_growing: a\.csv is still being written\. Its last row is cut"):
        staged_of(tmp_path, b"id,n\n1,2\n3", fresh=True)
    assert refused(staged_of(tmp_path, b"id,n\n1,2\n3")) == [(3, "ragged_row")]
    assert staged_of(tmp_path, b"id,n\n1,2\n3,4", fresh=True).rows == 2


def test_a_text_of_one_endless_line_is_no_table(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r"bad_file: a\.csv: no row ends"):
        staged_of(tmp_path, b"x" * 3_000_000)


cells = st.text(st.sampled_from('ab1"\n\r,; é\0'), max_size=6)


@settings(max_examples=60)
@given(st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), max_size=12)))
def test_what_was_written_is_staged_or_refused(rows: list[list[str]]) -> None:
    width = len(rows[0]) if rows else 2
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([[f"name {at}" for at in range(width)], *rows])
    with tempfile.TemporaryDirectory() as name:
        staged = staged_of(Path(name), buffer.getvalue().encode())
        found = {row[-1]: row[:-1] for row in rows_of(staged)}
        wrong = {one.row for one in staged.refused}
    for number, row in enumerate(rows, start=2):
        expected = tuple(cell or None for cell in row)
        if any("\0" in cell for cell in row):
            assert number in wrong
        elif all(not cell.strip(" ") for cell in row):
            # A row that says nothing may be passed over.
            assert number not in wrong
        else:
            assert found[number] == expected
    assert len(found) + len(wrong) <= len(rows)


lines = st.lists(st.text(st.sampled_from('ab,"\r'), min_size=1, max_size=8).filter(lambda line: line.strip(", \r")))


@given(lines)
def test_no_line_of_any_text_is_lost(rows: list[str]) -> None:
    """Each line is staged, refused, or part of a row that is."""
    text = "\n".join(["first,second", *["1,2"] * 40, *rows, ""]).encode()
    with tempfile.TemporaryDirectory() as name:
        staged = staged_of(Path(name), text)
        said = "".join(str(cell) for row in rows_of(staged) for cell in row[:-1]) + "".join(
            one.value or "" for one in staged.refused
        )
    assert sum(map(said.count, "ab")) == sum(map("".join(rows).count, "ab"))

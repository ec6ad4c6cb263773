"""Rows of SQL are saved wholly or not at all, and read back as they were."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cesta.api.sql_out import kind_of, save, write_csv
from cesta.model.errors import CestaError

TABLE = pa.table(
    {
        "who": ["ann", "=1+1", 'a "b",\nc', None],
        "n": [1, 2**53 + 1, -3, None],
        "x": [0.1, 1e20, -0.5, None],
        "yes": [True, False, None, None],
        "at": pa.array([0, 1_700_000_000_000_000, -1, None], pa.timestamp("us", tz="UTC")),
        "list": [[1, 2], [], None, [3]],
    }
)


def reader() -> pa.RecordBatchReader:
    return TABLE.to_reader(max_chunksize=2)


def test_parquet_comes_back(tmp_path: Path) -> None:
    assert save(reader(), tmp_path / "a.parquet", "select", "shop") == 4
    assert pq.read_table(tmp_path / "a.parquet").equals(TABLE)


def test_csv_comes_back(tmp_path: Path) -> None:
    assert save(reader(), tmp_path / "a.CSV", "select", "shop") == 4
    text = (tmp_path / "a.CSV").read_text(encoding="utf-8")
    rows = list(csv.reader(io.StringIO(text, newline="")))
    assert rows[0] == TABLE.column_names
    assert rows[1] == ["ann", "1", "0.1", "true", "1970-01-01T00:00:00Z", "[1,2]"]
    # a spreadsheet program would run it
    assert rows[2][0] == "'=1+1"
    assert rows[3] == ['a "b",\nc', "-3", "-0.5", "", "1969-12-31T23:59:59.999999Z", ""]
    assert write_csv(reader(), io.StringIO()) == 4


def test_no_heading_of_a_column_is_a_formula() -> None:
    text = io.StringIO()
    write_csv(pa.table({"-1": [-1], "=x": ["-x"]}).to_reader(), text)
    assert text.getvalue() == "'-1,'=x\n-1,'-x\n"


def test_a_workbook_has_typed_cells_and_the_query(tmp_path: Path) -> None:
    save(reader(), tmp_path / "a.xlsx", "select 1", "shop")
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert [cell.value for cell in book.worksheets[0][3]][:2] == ["=1+1", str(2**53 + 1)]
    assert book.worksheets[0]["A3"].data_type == "s"
    assert "select 1" in str(book.worksheets[1]["B1"].value)


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_another_kind_of_file_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(CestaError) as error:
        kind_of(tmp_path / name)
    assert error.value.code == "bad_format"


def test_nothing_stays_of_a_file_that_could_not_be_finished(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("before")

    def broken() -> pa.RecordBatchReader:
        def batches() -> Iterator[pa.RecordBatch]:
            yield TABLE.to_batches()[0]
            raise CestaError("bad_sql", "No.")

        return pa.RecordBatchReader.from_batches(TABLE.schema, batches())

    with pytest.raises(CestaError, match="No"):
        save(broken(), tmp_path / "a.csv", "select", "shop")
    assert [path.name for path in tmp_path.iterdir()] == ["a.csv"]
    assert (tmp_path / "a.csv").read_text() == "before"
    with pytest.raises(CestaError) as error:
        save(reader(), tmp_path / "none" / "a.csv", "select", "shop")
    assert error.value.code == "no_access"

"""A staged table can be read with SQL, its rows numbered."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.ingest.files.staged import Staged


def test_a_parquet_file_numbers_its_rows_from_one(tmp_path: Path) -> None:
    path = tmp_path / "it's.parquet"
    pq.write_table(pa.table({"n": [5, 6]}), path)
    staged = Staged("its", path, None, path, ("n",), 2)
    assert duckdb.execute(staged.query()).fetchall() == [(5, 1), (6, 2)]


def test_a_copy_holds_its_numbers(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"n": ["5"], "_row": [2]}), path)
    staged = Staged("a", tmp_path / "a.csv", None, path, ("n",), 1)
    assert duckdb.execute(staged.query()).fetchall() == [("5", 2)]

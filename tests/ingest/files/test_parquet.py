"""Parquet is used where it is, with its types."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cesta.ingest.files.parquet import read_parquet
from cesta.model.errors import CestaError


def test_types_are_kept(tmp_path: Path) -> None:
    row = {
        "day": date(2024, 1, 5),
        "time": datetime(2024, 1, 5, 8),  # noqa: DTZ001 - a clock on the wall
        "price": Decimal("1.50"),
        "tags": ["a", "b"],
        "place": {"city": "Brno"},
    }
    path = tmp_path / "a.parquet"
    pq.write_table(pa.Table.from_pylist([row]), path)
    (staged,) = read_parquet(path, tmp_path)
    assert (staged.parquet, staged.rows, staged.columns) == (path, 1, tuple(row))
    assert duckdb.execute(staged.query()).fetchall() == [(*row.values(), 1)]


def test_no_rows_are_said(tmp_path: Path) -> None:
    pq.write_table(pa.table({"n": pa.array([], pa.int64())}), tmp_path / "a.parquet")
    (staged,) = read_parquet(tmp_path / "a.parquet", tmp_path)
    assert [note.code for note in staged.notes] == ["no_rows"]


def test_a_cut_file_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"n": list(range(1000))}), path)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(CestaError, match=r"bad_file: a\.parquet cannot be read as Parquet.*cut file"):
        read_parquet(path, tmp_path)

"""Any rows a reader gives become a table with the same rows; what JSON does not know becomes text."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.files.staged import Note
from cesta.ingest.readers.contract import Batch, Reader, parted
from cesta.ingest.readers.staging import encoded, file_reader, stage_batches
from cesta.model.errors import CestaError

values = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.just(chr(0xD800))


@given(st.lists(st.dictionaries(st.sampled_from("abc"), values, min_size=1), min_size=1, max_size=20))
def test_every_row_arrives(rows: list[dict[str, object]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        staged, cursor = stage_batches([Batch("", rows, "9")], Path("x.log"), Path(folder))
        assert cursor == "9"
        assert [one.rows for one in staged] == [len(rows)]


@given(st.dictionaries(st.text(), values | st.lists(values) | st.dictionaries(st.text(), values)))
def test_any_row_is_one_line(row: dict[str, object]) -> None:
    assert b"\n" not in encoded(row)


def test_values_that_json_does_not_know_become_text(tmp_path: Path) -> None:
    rows = [{"at": datetime(2026, 3, 1, tzinfo=UTC), "sum": Decimal("1.50"), "long": 2**80, "in": {"a": {"b": 1}}}]
    ((staged,), _) = stage_batches([Batch("", rows)], Path("x.log"), tmp_path)
    found = duckdb.execute(staged.query()).fetchall()
    assert found == [("2026-03-01T00:00:00Z", "1.50", str(2**80), 1, 1)]


def test_several_tables_are_named_after_file_and_table(tmp_path: Path) -> None:
    batches = [Batch("orders", [{"a": 1}], "1"), Batch("people", [{"b": 2}]), Batch("orders", [{"a": 3}], "2")]
    staged, cursor = stage_batches(batches, Path("shop.db"), tmp_path)
    assert [(one.name, one.sheet, one.rows) for one in staged] == [
        ("shop_orders", "orders", 2),
        ("shop_people", "people", 1),
    ]
    assert cursor == "2"
    assert not list(tmp_path.glob("*.jsonl"))


def test_notes_of_a_batch_are_told(tmp_path: Path) -> None:
    batches = [Batch("", [{"a": 1}], notes=(Note("cut_short", "It breaks off."),))]
    assert [note.code for note in stage_batches(batches, Path("x"), tmp_path)[0][0].notes] == ["cut_short"]


def test_a_file_without_rows_is_told(tmp_path: Path) -> None:
    empty = file_reader(Reader("mine", lambda _place, _cursor: parted("", iter(())), (".mine",)))
    with pytest.raises(CestaError, match=r"empty_file: a\.mine holds no rows"):
        empty.read(tmp_path / "a.mine", tmp_path, lambda *_: None)

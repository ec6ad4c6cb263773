"""Rows of a JSON text are its lines or the items of its array, wherever its blocks end."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cesta.ingest.files.json_items import items
from cesta.ingest.files.source import Source
from cesta.ingest.files.text import Text
from cesta.model.errors import CestaError


def text_of(folder: Path, data: bytes, fresh: bool = False) -> Text:
    path = folder / "a.json"
    path.write_bytes(data)
    if not fresh:
        os.utime(path, (0, 0))
    return Text(Source(path))


def found(folder: Path, data: bytes, longest: int = 1000) -> list[tuple[int, bytes, str]]:
    return [(item.row, item.data, item.code) for item in items(text_of(folder, data), longest)]


def test_lines_are_rows(tmp_path: Path) -> None:
    assert found(tmp_path, b'{"a":1}\r\n\n{"b"\n') == [(1, b'{"a":1}', ""), (3, b'{"b"', "")]


@pytest.mark.parametrize("data", [b'[{"a": [1, "]"]}, 2 ,\n"x"]', b'\n [{"a": [1, "]"]},2,"x"] \n'])
def test_items_of_an_array_are_rows(tmp_path: Path, data: bytes) -> None:
    assert found(tmp_path, data) == [(1, b'{"a": [1, "]"]}', ""), (2, b"2", ""), (3, b'"x"', "")]


@pytest.mark.parametrize("rest", [b"", b",", b",{", b" 5]", b",}]", b',{"a":}]'])
def test_a_broken_array_gives_the_rows_before(tmp_path: Path, rest: bytes) -> None:
    rows = found(tmp_path, b"[1,2" + rest)
    assert [(row, data) for row, data, code in rows if not code] == [(1, b"1"), (2, b"2")]
    assert rows[-1][0] == 3
    assert rows[-1][2] == "bad_json"


def test_bytes_that_mean_nothing_stay_in_their_row(tmp_path: Path) -> None:
    data = b'["\xc5\xbe", "\xff", "\xc5\xa1\xc5\xa1"]'
    assert [row[1] for row in found(tmp_path, data)] == ['"ž"'.encode(), b'"\xff"', '"šš"'.encode()]


@pytest.mark.parametrize("data", [b'{"a": 1}\n{"a', b'[{"a": 1}, {"a'])
def test_a_cut_end_of_a_new_file_is_still_being_written(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(CestaError, match="file_growing"):
        list(items(text_of(tmp_path, data, fresh=True), 1000))
    assert len(found(tmp_path, data)) == 2


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.integers() | st.text(max_size=9) | st.lists(st.integers(), max_size=3), max_size=9), st.integers(1, 9)
)
def test_items_do_not_depend_on_where_blocks_end(tmp_path: Path, values: list[object], size: int) -> None:
    text = text_of(tmp_path, json.dumps(values).encode())
    whole = b"".join(text.blocks())
    parts = [whole[at : at + size] for at in range(0, len(whole), size)]
    text.blocks = lambda: iter(parts)  # type: ignore[method-assign]
    assert [json.loads(item.data) for item in items(text, 1000)] == values

"""JSON rows: types are kept where a column has one, and nothing is lost."""

from __future__ import annotations

import json
import os
import tempfile
from pathlib import Path

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.files.json_rows import MOST_COLUMNS, decoded, read_json
from cesta.ingest.files.staged import Staged
from cesta.model.errors import CestaError


def staged_of(folder: Path, data: bytes, longest: int = 4 << 20) -> Staged:
    path = folder / "a.json"
    path.write_bytes(data)
    os.utime(path, (0, 0))
    (folder / "into").mkdir(exist_ok=True)
    (staged,) = read_json(path, folder / "into", longest=longest)
    return staged


def table(staged: Staged) -> tuple[dict[str, str], list[tuple[object, ...]]]:
    types = {str(row[0]): str(row[1]) for row in duckdb.execute(f"describe {staged.query()}").fetchall()}
    return types, duckdb.execute(staged.query()).fetchall()


@pytest.mark.parametrize(
    ("values", "kind", "kept"),
    [
        (["true", "null"], "BOOLEAN", [True, None]),
        (["1", "-9223372036854775808"], "BIGINT", [1, -(2**63)]),
        (["1", "2.5"], "DOUBLE", [1.0, 2.5]),
        (["1", "9223372036854775808"], "VARCHAR", ["1", "9223372036854775808"]),
        (["1.5", "9007199254740993"], "VARCHAR", ["1.5", "9007199254740993"]),
        (['"001"', '"NA"'], "VARCHAR", ["001", "NA"]),
        (['"x"', "7"], "VARCHAR", ["x", "7"]),
        (["true", "1"], "VARCHAR", ["true", "1"]),
        (["[1, {}]", '""'], "VARCHAR", ["[1,{}]", None]),
        (["null", "null"], "VARCHAR", [None, None]),
    ],
)
def test_a_column_of_one_type_keeps_it(tmp_path: Path, values: list[str], kind: str, kept: list[object]) -> None:
    types, rows = table(staged_of(tmp_path, "\n".join(f'{{"n": {value}}}' for value in values).encode()))
    assert (types["n"], [row[0] for row in rows]) == (kind, kept)


def test_objects_become_columns(tmp_path: Path) -> None:
    staged = staged_of(
        tmp_path, b'{"who": "a", "p": {"x": 1, "deep": {"a": {"b": {"c": 1}}}}}\n{"p": "none", "Who": 2}\n'
    )
    assert staged.columns == ("who", "p.x", "p.deep.a.b", "p", "Who_2")
    assert table(staged)[1] == [("a", 1, '{"c":1}', None, None, 1), (None, None, None, "none", 2, 2)]
    assert [note.code for note in staged.notes] == ["same_name"]


def test_objects_with_too_many_keys_stay_text(tmp_path: Path) -> None:
    staged = staged_of(tmp_path, json.dumps({"p": {str(n): n for n in range(MOST_COLUMNS + 1)}}).encode())
    assert staged.columns == ("p",)


def test_lines_that_are_no_rows_are_refused(tmp_path: Path) -> None:
    data = b'{"n": 1}\n\n{"n": \n[2]\nnull\n' + b"x" * 500 + b'\n{"n": "\xff"}\n{"\xc5\xbe": NaN}\n{"n": 3}'
    staged = staged_of(tmp_path, data, longest=100)
    assert [(one.row, one.code) for one in staged.refused] == [
        (3, "bad_json"), (4, "bad_json"), (5, "bad_json"), (6, "long_line"), (7, "bad_json")
    ]  # fmt: skip
    assert [row[-1] for row in table(staged)[1]] == [1, 8, 9]


@pytest.mark.parametrize("data", [b"hello\n", b"[]", b"[1, 2]", b'"text"'])
def test_a_file_without_rows_is_told(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(CestaError, match=r"bad_file: a\.json holds no rows.*"):
        staged_of(tmp_path, data)


def test_numbers_that_json_does_not_know_are_read() -> None:
    assert decoded(b"[NaN]") is not None
    assert decoded(b'"\\ud800"') is None
    assert decoded(b"[" * 100_000) is None


values = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5)
objects = st.dictionaries(st.text("ab", min_size=1, max_size=2), values | st.lists(values, max_size=2), max_size=3)


@given(st.lists(objects, min_size=1, max_size=6), st.booleans())
def test_what_was_written_is_staged(rows: list[dict[str, object]], as_array: bool) -> None:
    data = json.dumps(rows, indent=1) if as_array else "\n".join(json.dumps(row) for row in rows)
    with tempfile.TemporaryDirectory() as name:
        staged = staged_of(Path(name), data.encode())
        found = table(staged)[1]
    assert (len(found), len(staged.refused)) == (len(rows), 0)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    for row, kept in zip(rows, found, strict=True):
        for key, value in zip(keys, kept, strict=False):
            said = row.get(key)
            if said is None or said == "":
                assert value is None
            elif isinstance(value, str) and not isinstance(said, str):
                assert json.loads(value) == said
            else:
                assert value == said

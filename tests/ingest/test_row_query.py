"""The SQL of rows says what a mapping says, and names rows by what is written in them."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from cesta.ingest.files.stage import stage
from cesta.ingest.mapping import EventMapping
from cesta.ingest.row_query import row_query
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError


def names(folder: Path, rows: str, **properties: str) -> list[str]:
    (folder / "t.csv").write_text("n\n1\n")
    event = EventMapping("buy", rows, "c", "t", "recorded", None, None, properties)
    with Tables("m", {"t": stage(folder / "t.csv", folder / "staged")}, {}) as tables:
        found: list[str] = tables.arrow("x", row_query(tables, event, "x").text)["named"].to_pylist()
        return found


def test_a_name_by_content_is_the_same_for_ever(tmp_path: Path) -> None:
    rows = "select 'ann' as c, '2026-01-05' as t, 1 as a, null as b"
    assert names(tmp_path, rows, a="a") == [
        "buy:" + hashlib.md5(b"ann\x1f2026-01-05\x1fa\x1e1", usedforsecurity=False).hexdigest()[:20]
    ]
    assert names(tmp_path, rows, a="a", b="b") == names(tmp_path, rows, b="b", a="a") == names(tmp_path, rows, a="a")
    assert names(tmp_path, rows, b="a") != names(tmp_path, rows, a="a")
    assert names(tmp_path, rows.replace("'ann'", "null")) != names(tmp_path, rows)


def test_where_a_row_stands_is_known_as_far_as_the_query_keeps_it(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("c,t\na,2026-01-05\n")
    staged = stage(tmp_path / "t.csv", tmp_path / "staged")
    with Tables("m", {"one": staged, "two": staged * 2}, {}) as tables:
        for rows, known in (
            ("one", (True, False)),
            ("two", (True, True)),
            ("select * from two where c = 'a'", (True, True)),
            ("select c, min(t) as t from one group by c", (False, False)),
        ):
            query = row_query(tables, EventMapping("x", rows, "c", "t", "recorded", None, None, {}), "x")
            assert (query.numbered, query.filed) == known
            assert (query.typed, query.zoned) == (False, False)


def test_a_time_of_another_type_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("c,t\na,5\n")
    with Tables("m.yaml", {"t": stage(tmp_path / "t.csv", tmp_path / "staged")}, {}) as tables:
        event = EventMapping("x", "t", "c", "whole(t)", "recorded", None, None, {})
        with pytest.raises(CestaError, match=r"bad_mapping: m\.yaml: x: time is of type BIGINT"):
            row_query(tables, event, "x")

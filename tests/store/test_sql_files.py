"""The files behind SQL are those that count, and read as one."""

from __future__ import annotations

from pathlib import Path

import duckdb
import pytest

from cesta.ingest.door import LoadHead, begin_seal, keep, unload
from cesta.model.event import Event
from cesta.store import sql_files
from cesta.store.shards import table_of
from cesta.store.sql_files import files_of, scan_of
from cesta.store.workspace import Workspace


def rows(first: int, last: int, source: str = "web") -> list[Event]:
    return [Event(source, str(n), f"c{n % 3}", "see", n, {"n": n}) for n in range(first, last)]


def seal(workspace: Workspace, name: str, events: list[Event]) -> None:
    with begin_seal(workspace, LoadHead(name, "web")) as sealing:
        sealing.add(table_of(events))
        sealing.finish()


def test_what_does_not_count_is_left_out_or_listed(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(workspace, "one", rows(0, 4))
    seal(workspace, "two", rows(2, 6))
    seal(workspace, "binned", rows(6, 9))
    seal(workspace, "again", rows(0, 2))
    unload(workspace, "binned")
    keep(workspace, "app", rows(0, 5, "app"))
    monkeypatch.setattr(sql_files, "PAGE", 2)
    found = files_of(workspace, tmp_path)
    assert [path.name.partition("-")[0] for path in found.paths] == ["one", "two", "log", "log", "log"]
    # Customers c0, c1, c2: the rows of "two" are 3, 4, 2, 5; those numbered 2 and 3 were known.
    assert found.hidden.to_pydict() == {"file": [1, 1], "row": [0, 2]}


def test_an_empty_workspace_has_one_file_without_rows(workspace: Workspace, tmp_path: Path) -> None:
    found = files_of(workspace, tmp_path)
    with duckdb.connect(":memory:") as connection:
        scan = scan_of(connection, found.paths)
        assert connection.sql(scan.sql).fetchall() == []
    assert scan.properties == {}


def test_files_are_read_as_one_also_when_names_differ_in_case_alone(workspace: Workspace, tmp_path: Path) -> None:
    seal(workspace, "one", rows(0, 2))
    keep(workspace, "app", [Event("app", "1", "ann", "see", 5, {"N": 9, "text": "x"})])
    with duckdb.connect(":memory:") as connection:
        scan = scan_of(connection, files_of(workspace, tmp_path).paths)
        small, large = scan.properties["int", "n"], scan.properties["int", "N"]
        read = connection.sql(f'select file, "row", "{small}", "{large}" from ({scan.sql}) order by file, "row"')
        assert read.fetchall() == [(0, 0, 0, None), (0, 1, 1, None), (1, 0, None, 9)]

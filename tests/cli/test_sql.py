"""`cesta sql` in a process of its own: rows in every form, mistakes told, nothing written but what was asked for."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import cesta as package
from cesta.cli import sql as verb
from cesta.samples.retail.small import small
from cesta.store.workspace import Workspace

Run = Callable[..., subprocess.CompletedProcess[str]]
COUNT = "select event, count(*) as n from events group by event order by n desc, event"


def test_rows_come_as_json_and_csv(cesta: Run, root: Path) -> None:
    told = cesta("sql", root, COUNT)
    rows = [json.loads(line) for line in told.stdout.splitlines()]
    assert sum(row["n"] for row in rows) == len(small())
    as_csv = cesta("sql", root, "-", "--csv", stdin=COUNT)
    assert list(csv.DictReader(io.StringIO(as_csv.stdout))) == [
        {"event": row["event"], "n": str(row["n"])} for row in rows
    ]
    wrong = cesta("sql", root, "select * from evnts")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert wrong.stderr.strip() == ('bad_sql: line 1, column 15: There is no table "evnts". Did you mean "events"?')


def test_all_events_and_journeys_are_exported(root: Path, tmp_path: Path) -> None:
    verb.sql(root, export=tmp_path / "out")
    with Workspace.open(root) as workspace:
        columns = workspace.columns()
    table = pq.read_table(tmp_path / "out" / "events.parquet")
    assert table["customer"].to_pylist() == [columns.customers[owner] for owner in columns.owners()]
    assert table["ts"].cast(pa.int64()).to_pylist() == columns.times.tolist()
    assert pq.read_table(tmp_path / "out" / "journeys.parquet").num_rows == len(columns.customers)
    verb.sql(root, "select 1 as a", out=tmp_path / "one.csv")
    assert (tmp_path / "one.csv").read_text() == "a\n1\n"


def test_a_person_is_shown_a_table(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(verb, "for_a_person", lambda json: not json)
    verb.sql(root, "select range as x, null as nothing, 'a\nb' as text from range(2000)")
    lines = capsys.readouterr().out.splitlines()
    assert lines[:2] == ["  x  nothing  text", "  0           a�b"]
    assert lines[-1].startswith("… and more")
    assert len(lines) == verb.SHOWN + 2


def test_without_a_query_it_says_so(cesta: Run, root: Path) -> None:
    told = cesta("sql", root)
    assert (told.returncode, told.stderr.split(":")[0]) == (1, "missing_param")
    assert cesta("sql", root, "select 1", "--out", root / "a.pdf").stderr.startswith("bad_format")


def test_python_gets_an_arrow_table(root: Path) -> None:
    found = package.sql("select count(*) as n from events", root)
    assert found.to_pylist() == [{"n": len(small())}]
    with Workspace.open(root) as workspace:
        assert package.sql("select count(*) as n from events", workspace).equals(found)

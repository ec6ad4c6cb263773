"""SQL counts exactly what the engine counts, whatever came and went; and it can do nothing but read."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cesta.ingest.door import LoadHead, begin_seal, decide, keep, list_loads, restore, unload
from cesta.journeys.answer import answer
from cesta.model.errors import CestaError
from cesta.model.event import Event, Value
from cesta.store.loads import Decision
from cesta.store.shards import table_of
from cesta.store.sql import Sql
from cesta.store.workspace import Workspace

DAY = 86_400_000_000
ROWS = st.lists(
    st.tuples(
        st.integers(0, 9), st.sampled_from(["see", "buy", "cart"]), st.integers(0, 8), st.sampled_from([1, 2.5, "1"])
    ),
    min_size=1,
    max_size=8,
)
KINDS = st.sampled_from(["load", "load", "accept", "unload", "restore", "decide"])
STEPS = st.lists(st.tuples(KINDS, st.integers(0, 3), ROWS, st.sampled_from(["ask", "keep", "replace"])), max_size=8)
FUNNEL = """
select count(distinct s.customer) as seen,
    count(distinct s.customer) filter (where b.ts >= s.ts and b.ts - s.ts <= interval 24 hours) as bought
from events s left join events b on b.customer = s.customer and b.event = 'buy' where s.event = 'see'
"""
TRANSITIONS = """
select event, coalesce(lead(event) over (partition by customer order by ts, seq), 'path_end') as next from events
"""
RETENTION = """
select date_trunc('day', s.ts)::date - date '1970-01-01' as cohort, d as later, count(distinct s.customer) as customers
from events s, range(3) as days(d)
where s.event = 'see' and (d = 0 or exists (
    select 1 from events b where b.customer = s.customer and b.event = 'buy'
    and date_trunc('day', b.ts) = date_trunc('day', s.ts) + d * interval 1 day))
group by all
"""


def take(workspace: Workspace, number: int, kind: str, which: int, rows: list[Any], decision: Decision) -> None:
    events = [Event("web", str(n), f"c{n % 4}", name, time * DAY // 3, {"v": v}) for n, name, time, v in rows]
    loads = [load.load_id for load in list_loads(workspace)]
    if kind == "load":
        with begin_seal(workspace, LoadHead(f"load-{number}", "web", decision=decision), per_shard=3) as sealing:
            sealing.add(table_of(events))
            sealing.finish()
    elif kind == "accept":
        keep(workspace, "web", events)
    elif loads:
        load = loads[which % len(loads)]
        live = next(each for each in list_loads(workspace) if each.load_id == load).binned_at is None
        if kind == "decide" and live:
            decide(workspace, load, decision)
        elif kind != "decide":
            (unload if kind == "unload" else restore)(workspace, load)


def agree(workspace: Workspace) -> None:
    columns = workspace.columns()
    with Sql(workspace) as sql:
        listed = sql.run(
            "select customer, event, epoch_us(ts) as at, properties from events order by customer, ts, seq"
        )
        expected = [
            (columns.customers[owner], columns.names[columns.codes[row]], int(columns.times[row]),
             {name: column.values[column.codes[row]] for name, column in columns.props.items()})
            for row, owner in enumerate(columns.owners().tolist())
        ]  # fmt: skip
        found = [(*list(row.values())[:3], json.loads(row["properties"])) for row in listed.read_all().to_pylist()]
        assert found == expected
        assert [type(row[3]["v"]) for row in found] == [type(row[3]["v"]) for row in expected]
        customers, events = sql.run("select count(*) c, sum(events) e from journeys").read_all().to_pylist()[0].values()
        assert (customers, events or 0) == (len(columns.customers), len(columns.codes))
        counts = list(sql.run(FUNNEL).read_all().to_pylist()[0].values())
        moves = Counter(tuple(row.values()) for row in sql.run(TRANSITIONS).read_all().to_pylist())
        cells = {(row["cohort"], row["later"]): row["customers"] for row in sql.run(RETENTION).read_all().to_pylist()}
    asked: dict[str, object] = {"steps": ["see", "buy"], "window": "24h"}
    assert result(columns, "funnel", asked)["counts"] == counts
    matrix = result(columns, "transitions", {})["matrix"]
    told = {(a, b): n for a, row in matrix.items() if a != "path_start" for b, n in row.items()}
    assert told == dict(moves)
    asked = {"start": "see", "return": "buy", "date_from": "1970-01-01", "intervals": 3, "cells": 3}
    rows = result(columns, "retention", asked)["matrix"]
    assert rows == [[cells.get((cohort, later), 0) for later in range(3)] for cohort in range(3)]


def result(columns: Any, analysis: str, params: dict[str, object]) -> Any:
    return answer({"analysis": analysis, "params": params}, columns)["result"]


@settings(max_examples=12)
@given(STEPS)
def test_numbers_from_sql_are_those_of_the_engine(steps: list[Any]) -> None:
    with tempfile.TemporaryDirectory() as name, Workspace.create(Path(name) / "shop") as workspace:
        for number, step in enumerate(steps):
            take(workspace, number, *step)
        agree(workspace)


@pytest.mark.parametrize(
    "query",
    [
        "create table t as select 1",
        "copy (select 1) to 'out.csv'",
        "drop view events",
        "set threads = 1",
        "install httpfs",
        "attach 'x.db'",
        "select 1; select 2",
        "",
        "explain analyze copy (select 1) to 'out.csv'",
        "select * from read_csv('/etc/hostname')",
        "select * from '/etc/hostname'",
        "select * from glob('/*')",
        "select * from workspace",
        "select read_text('/etc/hostname')",
    ],
)
def test_nothing_but_reading_the_tables_is_possible(
    workspace: Workspace, query: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*"))
    with Sql(workspace) as sql:
        with pytest.raises(CestaError) as error:
            sql.run(query).read_all()
        assert sql.run("select count(*) as n from events").read_all().to_pylist() == [{"n": 0}]
    assert error.value.code == "bad_sql"
    assert sorted(tmp_path.rglob("*")) == before


def test_days_are_cut_in_the_zone_of_the_workspace(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "shop", timezone="Asia/Tokyo") as workspace:
        keep(workspace, "web", [Event("web", "1", "ann", "see", 20 * DAY // 24)])
        with Sql(workspace) as sql:
            found = sql.run("select date_trunc('day', ts)::date::varchar as day from events").read_all().to_pylist()
    assert found == [{"day": "1970-01-02"}]


def test_a_query_that_takes_too_long_is_stopped(workspace: Workspace) -> None:
    long = "select count(*) from range(100000000000) as a(x) where x % 7 = 8"
    with Sql(workspace) as sql:
        with pytest.raises(CestaError) as error:
            sql.run(long, within=0.2).read_all()
        assert sql.run("select 1 as a", within=60).read_all().to_pylist() == [{"a": 1}]
        reader = sql.run("select range as x from range(100000000000)", within=0.3)
        with pytest.raises(CestaError, match="stopped"):
            for _ in reader:
                pass
    assert error.value.code == "sql_too_long"


def test_types_are_plain_and_names_are_told_apart(workspace: Workspace) -> None:
    with Sql(workspace) as sql:
        found = sql.run("select sum(x) as a, 2 as a from range(3) as r(x)").read_all()
        assert found.to_pylist() == [{"a": 3, "a_2": 2}]
        with pytest.raises(CestaError):
            sql.run("select 170141183460469231731687303715884105727::hugeint as x").read_all()


def test_nothing_of_it_stays(workspace: Workspace) -> None:
    values: dict[str, Value] = {"v": 1}
    keep(workspace, "web", [Event("web", "1", "ann", "see", 0, values)])
    before = set(Path(tempfile.gettempdir()).glob("cesta-sql-*"))
    with Sql(workspace) as sql:
        sql.run("select 1").read_all()
    assert set(Path(tempfile.gettempdir()).glob("cesta-sql-*")) <= before

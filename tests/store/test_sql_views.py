"""What the tables of SQL are made of: properties in their types, loads and what was set aside as they stand."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest

from cesta.ingest.door import LoadHead, accept, begin_seal, keep, unload
from cesta.model.event import Event, Value
from cesta.store.shards import table_of
from cesta.store.sql import Sql
from cesta.store.sql_files import Scan
from cesta.store.sql_views import properties_of
from cesta.store.workspace import Workspace


def sent(*values: Mapping[str, Value]) -> list[Event]:
    return [Event("web", str(place), "ann", "see", place, properties) for place, properties in enumerate(values)]


@pytest.mark.parametrize(
    ("values", "kind", "shown"),
    [
        ([1, 2], "BIGINT", [1, 2]),
        ([1, 2.5], "DOUBLE", [1.0, 2.5]),
        ([True, False], "BOOLEAN", [True, False]),
        (["a", 1, 2.0, 2.5, True], "VARCHAR", ["a", "1", "2", "2.5", "true"]),
    ],
)
def test_a_property_has_the_type_of_its_values(
    workspace: Workspace, values: list[Value], kind: str, shown: list[Value]
) -> None:
    keep(workspace, "web", sent(*({"p": value} for value in values)))
    with Sql(workspace) as sql:
        rows = sql.run("select p, typeof(p) as kind, properties from events order by ts").read_all().to_pylist()
    assert [row["p"] for row in rows] == shown
    assert {row["kind"] for row in rows} == {kind}
    assert [json.loads(row["properties"])["p"] for row in rows] == values


def test_names_that_sql_takes_for_one_stay_two() -> None:
    scan = Scan("", {("int", "Price"): "a", ("int", "price"): "b", ("text", "TS"): "c", ("text", ""): "d"})
    assert [(each.name, each.column) for each in properties_of(scan)] == [
        ("", "_"), ("Price", "Price"), ("TS", "TS_"), ("price", "price_"),
    ]  # fmt: skip


def test_names_in_any_script_and_case_keep_their_values(workspace: Workspace) -> None:
    names = ["Price", "price", "ЦЕНА", "цена", 'quo"te', "a.b", "žluťoučký " * 30, "int.x", "source"]
    with begin_seal(workspace, LoadHead("one", "web")) as sealing:
        sealing.add(table_of(sent({name: place for place, name in enumerate(names)})))
        sealing.finish()
    keep(workspace, "app", [Event("app", "1", "bob", "see", 0, {"price": 7, "PRICE": "x"})])
    with Sql(workspace) as sql:
        rows = sql.run("select customer, properties from events order by customer").read_all().to_pylist()
    assert json.loads(rows[0]["properties"]) == {name: place for place, name in enumerate(names)}
    assert json.loads(rows[1]["properties"]) == {"price": 7, "PRICE": "x"}


def test_loads_and_set_aside_tell_what_there_is(workspace: Workspace) -> None:
    for name in ("one", "two"):
        with begin_seal(workspace, LoadHead(name, name)) as sealing:
            sealing.add(table_of(sent({})))
            sealing.finish()
    unload(workspace, "two")
    accept(workspace, [{"customer": "ann", "event": "see", "ts": "never"}], "app")
    with Sql(workspace) as sql:
        loads = sql.run("select load_id, events, binned_at is null as counts from loads").read_all().to_pylist()
        aside = sql.run("select source, field, value from set_aside").read_all().to_pylist()
    assert [tuple(load.values()) for load in loads] == [("one", 1, True), ("two", 0, False)]
    assert [tuple(item.values()) for item in aside] == [("app", "ts", "never")]


def test_a_journey_is_told_at_a_glance(workspace: Workspace) -> None:
    names = ["see", "see", "buy"]
    keep(workspace, "web", [Event("web", str(n), "ann", name, n // 2 * 10**6) for n, name in enumerate(names)])
    with Sql(workspace) as sql:
        found = sql.run("select * exclude (first_ts, last_ts) from journeys").read_all().to_pylist()
    assert found == [
        {"customer": "ann", "events": 3, "kinds": 2, "first_event": "see", "last_event": "buy", "seconds": 1.0}
    ]

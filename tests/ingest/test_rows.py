"""A row becomes an event with its values' types kept; a row that says it wrong is set aside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

import pyarrow as pa
import pytest

from cesta.ingest.files.stage import stage
from cesta.ingest.mapping import EventMapping
from cesta.ingest.repair import Rule, read_rule
from cesta.ingest.row_judge import Manner
from cesta.ingest.rows import Batch, events_of
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError
from cesta.store.aside import SetAside
from cesta.store.spill import TWIN, Spill
from cesta.store.twins import find_twins

HOUR = 3_600_000_000


@dataclass(frozen=True)
class Rows:
    """All batches of one kind of event together."""

    table: pa.Table
    set_aside: tuple[SetAside, ...]
    local_times: int
    unclear_times: int


def read(folder: Path, event: EventMapping, zone: str = "UTC", rules: tuple[Rule, ...] = (), *files: str) -> Rows:
    if not files:
        (folder / "t.csv").write_text("n\n1\n")
    staged = [stage(folder / name, folder / "staged")[0] for name in files or ("t.csv",)]
    with Tables("mapping.yaml", {"t": staged}, {}) as tables:
        batches = list(events_of(tables, "shop", event, Manner(event.time_formats, ZoneInfo(zone), rules)))
    table = pa.concat_tables([batch.table for batch in batches], promote_options="default")
    if len(table):
        table = told_apart(folder, batches).select([name for name in table.column_names if name != TWIN])
    return Rows(
        table,
        tuple(item for batch in batches for item in batch.set_aside),
        sum(batch.local_times for batch in batches),
        sum(batch.unclear_times for batch in batches),
    )


def told_apart(folder: Path, batches: list[Batch]) -> pa.Table:
    """The rows in their order, as they are sealed."""
    with Spill(folder) as held:
        for batch in batches:
            held.add(batch.table, 0 if batch.alike else None)
        (table,) = held.groups()
        return find_twins(held).named(table)


def rows_of(
    folder: Path, rows: str, properties: dict[str, str] | None = None, id_: str | None = "id", zone: str = "UTC"
) -> Rows:
    return read(folder, EventMapping("buy", rows, "c", "t", "recorded", None, id_, properties or {}), zone)


def from_file(
    folder: Path, text: str, *, id_: str | None = None, formats: tuple[str, ...] = (), rules: tuple[Rule, ...] = ()
) -> Rows:
    (folder / "t.csv").write_text(text, encoding="utf-8")
    event = EventMapping("buy", "t", "card", "paid", "recorded", None, id_, {"total": "total"}, None, formats)
    return read(folder, event, "Europe/Prague", rules, "t.csv")


def test_a_row_is_an_event(tmp_path: Path) -> None:
    found = rows_of(tmp_path, "select 7 as c, timestamp '1970-01-01 01:00:00' as t, 'x' as id", {"price": "1.5"})
    assert found.table.drop(["time"]).to_pylist() == [
        {
            "customer": "7",
            "event": "buy",
            "assumed_time": False,
            "source": "shop",
            "message_id": "buy:x",
            "float.price": 1.5,
        }
    ]
    assert found.table["time"].cast("int64").to_pylist() == [HOUR]
    assert (found.set_aside, found.local_times, found.unclear_times) == ((), 1, 0)


@pytest.mark.parametrize(
    ("sql", "column", "value"),
    [
        ("true", "bool.p", True),
        ("1", "int.p", 1),
        ("1::utinyint", "int.p", 1),
        ("(2^53)::bigint", "int.p", 2**53),
        ("1.5", "float.p", 1.5),
        ("1::double", "float.p", 1.0),
        ("'-0'::double", "float.p", 0.0),
        ("'1'", "text.p", "1"),
        ("''", "text.p", ""),
        ("date '2026-01-05'", "text.p", "2026-01-05"),
        ("timestamp '2026-01-05 08:00:00'", "text.p", "2026-01-05T08:00:00"),
        ("timestamptz '2026-01-05 08:00:00+02'", "text.p", "2026-01-05T06:00:00+00"),
        ("[1, 2]", "text.p", "[1,2]"),
        ("{'a': 'ž', 'b': null}", "text.p", '{"a":"ž","b":null}'),
        ("map {'a': 1}", "text.p", '{"a":1}'),
        ("'[1]'::json", "text.p", "[1]"),
        ("170141183460469231731687303715884105727::hugeint", "text.p", "170141183460469231731687303715884105727"),
    ],
)
def test_values_keep_their_types(tmp_path: Path, sql: str, column: str, value: object) -> None:
    found = rows_of(tmp_path, "select 'ann' as c, date '2026-01-05' as t, 1 as id", {"p": sql})
    (kept,) = found.table[column].to_pylist()
    assert (type(kept), kept, repr(kept)) == (type(value), value, repr(value))


@pytest.mark.parametrize("sql", ["null", "null::varchar", "'nan'::double"])
def test_what_is_missing_is_not_set(tmp_path: Path, sql: str) -> None:
    found = rows_of(tmp_path, "select 'ann' as c, date '2026-01-05' as t, 1 as id", {"p": sql})
    assert (found.table.num_rows, [name for name in found.table.column_names if name.endswith(".p")]) == (1, [])


@pytest.mark.parametrize(
    ("sql", "zone", "micros", "told"),
    [
        ("timestamp '1970-01-01 12:00:00'", "Europe/Prague", 11 * HOUR, (1, 0)),
        ("date '1970-01-02'", "Europe/Prague", 23 * HOUR, (1, 0)),
        ("timestamptz '1970-01-01 12:00:00+02'", "Europe/Prague", 10 * HOUR, (0, 0)),
        ("'1970-01-01T12:00:00'", "Europe/Prague", 11 * HOUR, (1, 0)),
        ("' 1970-01-01 12:00:00Z '", "Europe/Prague", 12 * HOUR, (0, 0)),
        ("timestamp_ns '1970-01-01 00:00:00.000001234'", "UTC", 1, (1, 0)),
        ("timestamp '1979-04-01 02:30:00'", "Europe/Prague", 3377 * 24 * HOUR + 3 * HOUR // 2, (1, 1)),
        ("'1979-04-01 02:30:00'", "Europe/Prague", 3377 * 24 * HOUR + 3 * HOUR // 2, (1, 1)),
    ],
)
def test_times_are_read_in_the_sources_zone(
    tmp_path: Path, sql: str, zone: str, micros: int, told: tuple[int, int]
) -> None:
    found = rows_of(tmp_path, f"select 'ann' as c, {sql} as t, 1 as id", zone=zone)
    assert found.table["time"].cast("int64").to_pylist() == [micros]
    assert (found.local_times, found.unclear_times) == told


@pytest.mark.parametrize(
    ("rows", "field", "value", "reason"),
    [
        ("select null as c, date '2026-01-05' as t, 1 as id", "customer", None, "no customer"),
        ("select '  ' as c, date '2026-01-05' as t, 1 as id", "customer", "  ", "no customer"),
        ("select 'ann' as c, null::timestamp as t, 1 as id", "time", None, "There is no time"),
        ("select 'ann' as c, 'soon' as t, 1 as id", "time", "soon", "no time"),
        ("select 'ann' as c, 'infinity'::timestamp as t, 1 as id", "time", "infinity", "no time"),
        ("select 'ann' as c, date '20000-01-01' as t, 1 as id", "time", "20000-01-01", "no time"),
        ("select 'ann' as c, date '2026-01-05' as t, null as id", "id", None, "no id"),
        (
            "select 'ann' as c, date '2026-01-05' as t, 1 as id, 'inf'::double as p",
            "properties.p",
            "inf",
            "not a finite",
        ),
    ],
)
def test_what_is_not_understood_is_set_aside(
    tmp_path: Path, rows: str, field: str, value: str | None, reason: str
) -> None:
    kind = "varchar" if "soon" in rows else "timestamp"
    query = f"with bad as ({rows}) select 'bob' as c, '2026-01-05'::{kind} as t, 0 as id, 1.0::double as p"
    query += " union all by name select * from bad"
    found = rows_of(tmp_path, query, {"p": "p"})
    assert found.table["customer"].to_pylist() == ["bob"]
    (item,) = found.set_aside
    assert (item.source, item.file, item.row, item.field) == ("shop", "event buy", 2, field)
    assert item.value == value or (value is not None and str(item.value).startswith(value))
    assert reason in item.reason


def test_a_time_of_another_type_is_a_mistake_in_the_mapping(tmp_path: Path) -> None:
    with pytest.raises(CestaError, match=r"bad_mapping.*events/buy: time is of type INTEGER"):
        rows_of(tmp_path, "select 'ann' as c, 5 as t, 1 as id")


def test_rows_without_an_id_are_told_apart_by_content_and_count(tmp_path: Path) -> None:
    rows = "select unnest(['ann', 'ann', 'bob', 'ann']) as c, date '2026-01-05' as t"
    first = rows_of(tmp_path, rows, {"p": "1"}, id_=None).table["message_id"].to_pylist()
    assert len(set(first)) == 4
    assert [one.endswith(ending) for one, ending in zip(first, ("", "#2", "", "#3"), strict=True)] == [True] * 4
    assert rows_of(tmp_path, rows, {"p": "1"}, id_=None).table["message_id"].to_pylist() == first
    assert not set(first) & set(rows_of(tmp_path, rows, {"p": "2"}, id_=None).table["message_id"].to_pylist())


def test_no_rows_are_no_events(tmp_path: Path) -> None:
    event = EventMapping("buy", "select 'ann' as c, 'x' as t where false", "c", "t", "recorded", None, None, {})
    (tmp_path / "t.csv").write_text("n\n1\n")
    with Tables("mapping.yaml", {"t": stage(tmp_path / "t.csv", tmp_path / "staged")}, {}) as tables:
        assert sum(batch.rows for batch in events_of(tables, "shop", event, Manner((), ZoneInfo("UTC")))) == 0


FILE = """\
card,paid,total
001,2026-01-05 08:00,1.5
NA,05.01.2026 09:00,
,2026-01-05 08:00,3
002,soon,4
 ,2026-01-05 08:00,5
001,2026-01-05 08:00,1.5
"""


def test_texts_stay_as_they_are_written_and_bad_rows_are_kept_whole(tmp_path: Path) -> None:
    found = from_file(tmp_path, FILE, formats=("%d.%m.%Y %H:%M",))
    assert found.table["customer"].to_pylist() == ["001", "NA", "001"]
    assert found.table["text.total"].to_pylist() == ["1.5", None, "1.5"]
    assert [(item.file, item.row, item.field, item.value, item.code) for item in found.set_aside] == [
        ("t.csv", 4, "customer", None, "no_customer"),
        ("t.csv", 5, "time", "soon", "bad_time"),
        ("t.csv", 6, "customer", " ", "no_customer"),
    ]
    assert json.loads(found.set_aside[1].raw or "") == {
        "event": "buy", "customer": "002", "time": "soon", "properties": {"total": "4"}
    }  # fmt: skip
    assert all(item.message_id is not None and item.event == "buy" for item in found.set_aside)


def test_several_ways_of_writing_times_in_one_column(tmp_path: Path) -> None:
    text = "card,paid,total\na,05.01.2026,1\na,1/6/26,1\na,2026-01-07,1\na,7 Jan 2026,1\na,x,1\n"
    found = from_file(tmp_path, text, formats=("%d.%m.%Y", "%m/%d/%y", "%d %b %Y"))
    days = [(time + HOUR) // (24 * HOUR) - 20_458 for time in found.table["time"].cast("int64").to_pylist()]
    assert days == [0, 1, 2, 2]
    assert [item.value for item in found.set_aside] == ["x"]


def test_an_overlapping_export_names_its_rows_alike(tmp_path: Path) -> None:
    lines = ["a,2026-01-05,1", "a,2026-01-05,1", "b,2026-01-06,2"]
    january = from_file(tmp_path, "\n".join(["card,paid,total", *lines]))
    both = from_file(tmp_path, "\n".join(["card,paid,total", lines[2], *lines[:2], "c,2026-02-01,3", lines[0]]))
    one, other = (set(found.table["message_id"].to_pylist()) for found in (january, both))
    assert (len(one), len(other), len(one & other)) == (3, 5, 3)


def test_equal_rows_are_counted_file_by_file(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("c,t\nann,2026-01-05\nann,2026-01-05\n")
    event = EventMapping("buy", "t", "c", "t", "recorded", None, None, {})
    ids = read(tmp_path, event, "UTC", (), "a.csv", "b.csv").table["message_id"].to_pylist()
    assert ids[:2] == ids[2:]
    assert ids[1] == f"{ids[0]}#2"


def test_a_row_may_name_its_event(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("c,t,what\nann,2026-01-05,visit\nann,2026-01-05,buy\nann,2026-01-05,\n")
    event = EventMapping("", "t", "c", "t", "recorded", None, "t", {}, event_is="what")
    found = read(tmp_path, event, "UTC", (), "t.csv")
    assert found.table["event"].to_pylist() == ["visit", "buy"]
    assert found.table["message_id"].to_pylist() == ["visit:2026-01-05", "buy:2026-01-05"]
    assert [(item.code, item.row) for item in found.set_aside] == [("no_event", 4)]


def test_rules_mend_rows_before_they_are_judged(tmp_path: Path) -> None:
    rules = tuple(
        read_rule(rule)
        for rule in (
            {"field": "time", "value": "soon", "becomes": "2026-01-09"},
            {"field": "customer", "reason": "no_customer", "becomes": "guest"},
            {"field": "properties.total", "value": "4", "becomes": None},
        )
    )
    plain, mended = from_file(tmp_path, FILE), from_file(tmp_path, FILE, rules=rules)
    assert mended.table["customer"].to_pylist() == ["001", "guest", "002", "guest", "001"]
    assert mended.table["text.total"].to_pylist() == ["1.5", "3", None, "5", "1.5"]
    assert [item.value for item in mended.set_aside] == ["05.01.2026 09:00"]
    named = set(plain.table["message_id"].to_pylist()) | {item.message_id for item in plain.set_aside}
    assert set(mended.table["message_id"].to_pylist()) < named, "A mended row keeps the name that it had"


def test_a_query_that_keeps_the_row_number_tells_it(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("c,t\nann,2026-01-05\nann,x\n")
    event = EventMapping("buy", "select * from t where t = 'x'", "c", "t", "recorded", None, None, {})
    (item,) = read(tmp_path, event, "UTC", (), "t.csv").set_aside
    assert item.row == 3

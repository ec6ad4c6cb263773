"""A row becomes an event with its values' types kept; a row that says it wrong is set aside."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from cesta.ingest.mapping import EventMapping, Mapping
from cesta.ingest.rows import Rows, events_of
from cesta.ingest.tables import Tables
from cesta.model.errors import CestaError

HOUR = 3_600_000_000


def rows_of(
    folder: Path, rows: str, properties: dict[str, str] | None = None, id_: str | None = "id", zone: str = "UTC"
) -> Rows:
    (folder / "t.csv").write_text("n\n1\n")
    mapping = Mapping("shop", "Shop", None, {"t": "t.csv"}, {}, (), "")
    event = EventMapping("buy", rows, "c", "t", "recorded", None, id_, properties or {})
    with Tables(mapping, Path("mapping.yaml"), folder, {"t": [folder / "t.csv"]}) as tables:
        return events_of(tables, "shop", event, ZoneInfo(zone))


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
    assert (found.set_aside, found.refused, found.local_times, found.unclear_times) == ((), 0, 1, 0)


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
        ("select 'ann' as c, null::timestamp as t, 1 as id", "time", None, "no time"),
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
    assert found.refused == 1


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
    found = rows_of(tmp_path, "select 'ann' as c, 'x' as t, 1 as id where false", {"p": "1"}, id_=None)
    assert (found.table.num_rows, found.set_aside) == (0, ())

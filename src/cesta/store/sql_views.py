"""The tables that SQL sees: events and journeys as the engine counts them, loads, and what was set aside."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pyarrow as pa

from cesta.store.shards import TIME
from cesta.store.sql_files import Scan
from cesta.store.sql_text import quoted, text_of
from cesta.store.workspace import Workspace

TABLES = ("events", "journeys", "loads", "set_aside")
EVENT_COLUMNS = ("customer", "event", "ts", "source", "message_id", "assumed_time", "seq", "properties")
ROWS_PER_FILE = 1 << 32
JOURNEYS = """
create view journeys as
select customer, count(*) as events, count(distinct event) as kinds, min(ts) as first_ts, max(ts) as last_ts,
    arg_min(event, {'ts': ts, 'seq': seq}) as first_event, arg_max(event, {'ts': ts, 'seq': seq}) as last_event,
    (epoch_us(max(ts)) - epoch_us(min(ts))) / 1000000 as seconds
from events group by customer
"""
NUMBERS = {"int", "float"}
PAGE = 20_000


@dataclass(frozen=True, slots=True)
class Property:
    """A property as a column of SQL: what it is called there, and its columns in files by kind of value."""

    name: str
    column: str
    kinds: Mapping[str, str]


def properties_of(scan: Scan) -> list[Property]:
    """Each property once. SQL does not tell Price from price: the later one, or one named as a head column, gets _."""
    by_name: dict[str, dict[str, str]] = {}
    for (kind, name), column in scan.properties.items():
        by_name.setdefault(name, {})[kind] = column
    taken = {name.casefold() for name in EVENT_COLUMNS}
    found = []
    for name in sorted(by_name):
        column = name or "_"
        while column.casefold() in taken:
            column += "_"
        taken.add(column.casefold())
        found.append(Property(name, column, by_name[name]))
    return found


def events_view(scan: Scan, hides: bool, joins: bool) -> str:
    """The view of events; `hides`: rows listed in kept.hidden_rows do not count; `joins`: kept.people has ids."""
    properties = properties_of(scan)
    head = [
        "coalesce(p.customer, r.customer) as customer" if joins else "customer",
        "event",
        "time as ts",
        "source",
        "message_id",
        "assumed_time",
    ]
    head.append(f"(file * {ROWS_PER_FILE} + row)::bigint as seq")
    columns = [f"{typed(each)} as {quoted(each.column)}" for each in properties]
    counts = (
        "where not exists (select 1 from kept.hidden_rows h where h.file = r.file and h.row = r.row)" if hides else ""
    )
    wanted = ", ".join([*head, *columns, f"{as_json(properties)} as properties"])
    people = "left join kept.people p on p.id = r.customer" if joins else ""
    return f"create view events as select {wanted} from ({scan.sql}) as r {people} {counts}"


def typed(each: Property) -> str:
    """The property in its own type; whole and broken numbers as broken ones; anything else mixed as text."""
    kinds = {kind: quoted(column) for kind, column in each.kinds.items()}
    if len(kinds) == 1:
        return next(iter(kinds.values()))
    if set(kinds) == NUMBERS:
        return f"coalesce({kinds['float']}, {kinds['int']}::double)"
    return f"coalesce({', '.join(_as_text(kind, column) for kind, column in kinds.items())})"


def _as_text(kind: str, column: str) -> str:
    if kind == "float":
        whole = f"{column} = trunc({column}) and abs({column}) < 1e15"
        return f"case when {whole} then {column}::bigint::varchar else {column}::varchar end"
    return f"{column}::varchar"


def as_json(properties: Sequence[Property]) -> str:
    """All that is set, each value exactly as it is."""
    if not properties:
        return "'{}'::json"
    pairs = []
    for each in properties:
        values = [f"to_json({quoted(column)})" for column in each.kinds.values()]
        pairs += [text_of(each.name), values[0] if len(values) == 1 else f"coalesce({', '.join(values)})"]
    # A merge leaves out what is not set.
    return f"json_merge_patch('{{}}', json_object({', '.join(pairs)}))"


def loads_of(workspace: Workspace) -> pa.Table:
    """Every load, those in the bin too."""
    loads = workspace.log.all_loads()
    columns: dict[str, pa.Array] = {
        "load_id": pa.array([load.load_id for load in loads], pa.string()),
        "source": pa.array([load.source for load in loads], pa.string()),
        "name": pa.array([load.name for load in loads], pa.string()),
        "files": pa.array([[file.name for file in load.files] for load in loads], pa.list_(pa.string())),
        "events": pa.array([load.events if load.binned is None else 0 for load in loads], pa.int64()),
        "customers": pa.array([load.customers if load.binned is None else 0 for load in loads], pa.int64()),
        "duplicates": pa.array([load.duplicates for load in loads], pa.int64()),
        "changed": pa.array([load.waiting for load in loads], pa.int64()),
        "set_aside": pa.array([load.set_aside for load in loads], pa.int64()),
        "decision": pa.array([load.decision for load in loads], pa.string()),
        "generated": pa.array([load.generated for load in loads], pa.bool_()),
        "loaded_at": pa.array([load.sealed for load in loads], pa.int64()).cast(TIME),
        "binned_at": pa.array([load.binned for load in loads], pa.int64()).cast(TIME),
    }
    return pa.table(columns)


SET_ASIDE: tuple[tuple[str, pa.DataType], ...] = (
    ("seq", pa.int64()),
    ("source", pa.string()),
    ("code", pa.string()),
    ("field", pa.string()),
    ("value", pa.string()),
    ("reason", pa.string()),
    ("file", pa.string()),
    ("row", pa.int64()),
    ("load_id", pa.string()),
    ("event", pa.string()),
    ("message_id", pa.string()),
    ("raw", pa.string()),
    ("received_at", TIME),
)


def set_aside_of(workspace: Workspace) -> pa.Table:
    """What waits to be understood."""
    statement = (
        'select seq, source, code, field, value, reason, file, "row", load_id, event, message_id, raw, received'
        " from set_aside where state = 'waiting' and (load_id is null or load_id not in"
        " (select load_id from loads where binned is not null)) and seq > ? order by seq limit ?"
    )
    schema = pa.schema(SET_ASIDE)
    pages = [
        pa.table(
            [pa.array(column, kind) for column, (_, kind) in zip(zip(*page, strict=True), SET_ASIDE, strict=True)],
            schema=schema,
        )
        for page in workspace.log.pages(statement, (), PAGE)
    ]
    return pa.concat_tables(pages) if pages else schema.empty_table()

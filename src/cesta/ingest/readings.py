"""Where a mapping's SQL reads text by number(), whole(), flag() or moment(): what it reads, and what reading gives."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.compute as pc

from cesta.ingest.macros import MACROS, NOTHING

if TYPE_CHECKING:
    import duckdb

CODES = {"number": "bad_number", "whole": "bad_number", "flag": "bad_flag", "moment": "bad_time"}
REASONS = {
    "number": "is no number that can be read",
    "whole": "is no whole number that can be read",
    "flag": "is neither yes nor no",
    "moment": "is no time that can be read",
}
# As JSON writes numbers: what a rule made of a text is read so, whatever the column's own decimal sign.
WRITTEN = "-?[0-9]+([.][0-9]+)?([eE][-+]?[0-9]+)?"
UNSEEN = ("LAMBDA", "SUBQUERY")
TEXT = "_text"


@dataclass(frozen=True, slots=True)
class Reading:
    """One reading in SQL. `given`: the SQL of what is read; `rest`: the other arguments, each with its comma.

    `alone`: it is all of the expression.
    """

    name: str
    given: str
    rest: str = ""
    alone: bool = True

    @property
    def code(self) -> str:
        return CODES[self.name]

    def reason(self, field: str) -> str:
        return f"{field.rpartition('properties.')[2]} {REASONS[self.name]}."

    def of(self, column: str) -> str:
        """SQL that reads this column in the same way."""
        return f"{self.name}({column}{self.rest})"

    def unread(self, column: str) -> str:
        """SQL for what the column says if that cannot be read, where the expression has no value; null where it says
        nothing.
        """
        read = "" if self.alone else f"{self.of(column)} is not null or "
        return f"case when {read}regexp_full_match({column}::varchar, '{NOTHING}') then null else {column}::varchar end"

    def again(self, texts: pa.Array) -> tuple[pa.Array, pa.Array]:
        """These texts read, some of them written by a rule; and for each whether it says what cannot be read."""
        read = self.of(TEXT)
        if self.name == "number":
            read = f"case when regexp_full_match({TEXT}, '{WRITTEN}') then try_cast({TEXT} as double) else {read} end"
        elif self.name == "moment":
            read = f"replace(coalesce({read}, moment({TEXT}))::varchar, ' ', 'T')"
        coded = texts.dictionary_encode()
        found = _asked(read, coded.dictionary)
        return found["read"].take(coded.indices), pc.fill_null(found["bad"].take(coded.indices), False)

    def one(self, text: str) -> tuple[object, bool]:
        """One text read, and whether it says what cannot be read."""
        return _one(self, text)


@lru_cache(maxsize=20_000)
def _one(reading: Reading, text: str) -> tuple[object, bool]:
    read, bad = reading.again(pa.array([text], pa.string()))
    return read[0].as_py(), bool(bad[0].as_py())


@lru_cache(maxsize=1_000)
def readings_in(sql: str) -> tuple[Reading, ...]:
    """The readings in an expression, from left to right; none for SQL that cannot be parsed, which is told elsewhere.

    >>> [(each.name, each.given, each.rest) for each in readings_in("number(price, ',') * whole(pieces)")]
    [('number', 'price', ", ','"), ('whole', 'pieces', '')]
    """
    with _LOCK:
        parsed = json.loads(_value("select json_serialize_sql(?)", f"select {sql}"))
        if parsed.get("error") or len(parsed["statements"]) != 1:
            return ()
        node = parsed["statements"][0]["node"]
        calls = list(_calls(node.get("select_list", ())))
        alone = node.get("select_list") == calls
        return tuple(replace(_reading(parsed, node, call), alone=alone) for call in calls)


def _calls(node: object) -> Iterator[dict[str, object]]:
    if isinstance(node, dict):
        if node.get("class") in UNSEEN:
            return
        if node.get("class") == "FUNCTION" and node.get("function_name") in CODES and node.get("arguments"):
            yield node
            return
        for inner in node.values():
            yield from _calls(inner)
    elif isinstance(node, Sequence) and not isinstance(node, str):
        for inner in node:
            yield from _calls(inner)


def _reading(parsed: dict[str, object], node: dict[str, object], call: dict[str, object]) -> Reading:
    arguments = call["arguments"]
    assert isinstance(arguments, list)
    written = []
    for argument in arguments:
        node["select_list"] = [argument["expression"]]
        text = _value("select json_deserialize_sql(?::json)", json.dumps(parsed))
        written.append(text.removeprefix("SELECT "))
    return Reading(str(call["function_name"]), written[0], "".join(f", {each}" for each in written[1:]))


def _asked(read: str, texts: pa.Array) -> pa.Table:
    with _LOCK:
        connection = _connected()
        connection.register("_texts", pa.table({TEXT: texts, "_at": pa.array(range(len(texts)))}))
        query = (
            f"select read, read is null and not regexp_full_match({TEXT}, '{NOTHING}') as bad"
            f" from (select {read} as read, {TEXT}, _at from _texts) order by _at"
        )
        table = connection.sql(query).to_arrow_table()
        connection.unregister("_texts")
    return table.combine_chunks()


def _value(query: str, value: str) -> str:
    return str(_connected().execute(query, [value]).fetchall()[0][0])


@cache
def _connected() -> duckdb.DuckDBPyConnection:
    import duckdb

    off: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    connection = duckdb.connect(":memory:", config=off)
    for macro in MACROS:
        connection.execute(macro)
    return connection


_LOCK = Lock()

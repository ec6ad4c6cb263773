"""The tables that were given, looked at: a bounded number of their rows, each column understood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

import duckdb

from cesta.ingest.files.staged import FILE, ROW, Note, Staged
from cesta.ingest.guess.columns import MOMENT_TYPES, Column, Facts, understand
from cesta.ingest.guess.moments import Times
from cesta.ingest.guess.sources import Source
from cesta.ingest.macros import MACROS

LOOKED_AT = 50_000
"""Rows that are looked at from the beginning; as many again are spread over the rest."""
VALUES = 2_000
SHOWN = 8
MOST_COLUMNS = 1_000
"""What has more is no table, but one document whose every name was taken for a column."""
CONFIG: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}


def quoted(name: str) -> str:
    """A name as SQL may always write it."""
    return '"' + name.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class Table:
    """One table: of one file, or of several of the same kind. `shown`: its first rows as text."""

    source: Source
    rows: int
    columns: Mapping[str, Column]
    shown: tuple[tuple[str | None, ...], ...]

    @property
    def name(self) -> str:
        return self.source.name

    def of_kind(self, *kinds: str) -> list[Column]:
        return [column for column in self.columns.values() if column.kind in kinds]


@dataclass(slots=True)
class Look:
    """An open look at the files: their rows by SQL, until it is closed."""

    sources: Sequence[Source]
    tables: dict[str, Table] = field(default_factory=dict)
    _connection: duckdb.DuckDBPyConnection = field(default_factory=lambda: duckdb.connect(":memory:", config=CONFIG))

    def __enter__(self) -> Look:
        self._connection.execute("set TimeZone='UTC'")
        self._connection.execute("set enable_progress_bar=false")
        for macro in MACROS:
            self._connection.execute(macro)
        for source in self.sources:
            self.tables[source.name] = self._look(source)
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in self._connection.execute(query).fetchall()]

    def number(self, query: str) -> float:
        """The one number that a query gives; 0 for none."""
        value = self.rows(query)[0][0]
        return float(str(value)) if value is not None else 0.0

    def is_unique(self, table: str, column: str) -> bool:
        """Whether the column names each row of the whole table once."""
        known = self.tables[table].columns[column]
        if known.repeats or known.filled < known.rows:
            return False
        name = quoted(column)
        return self.number(f"select (count(distinct {name}) = count(*))::int from {quoted(table)}") == 1

    def sample_of(self, table: str) -> str:
        return quoted(f"sample of {table}")

    def _look(self, source: Source) -> Table:
        name = quoted(source.name)
        several = len(source.staged) > 1
        queries = [
            f"select *, {_text(one.file.name)} as {FILE} from ({one.query()})" if several else one.query()
            for one in source.staged
        ]
        self._connection.execute(f"create view {name} as {' union all by name '.join(queries)}")
        rows = sum(one.rows for one in source.staged)
        every = max(1, rows // LOOKED_AT)
        self._connection.execute(
            f"create table {self.sample_of(source.name)} as select * from {name}"
            f" where {ROW} <= {LOOKED_AT} or {ROW} % {every} = 0"
        )
        types = [(str(row[0]), str(row[1])) for row in self.rows(f"describe {name}") if str(row[0]) not in (ROW, FILE)]
        if len(types) > MOST_COLUMNS:
            types = []
        columns = {column: self._column(source.name, column, type_) for column, type_ in types}
        listed = ", ".join(f"{quoted(column)}::varchar" for column, _ in types)
        order = f"{FILE}, {ROW}" if several else ROW
        shown = (
            []
            if not types
            else self.rows(f"select {listed} from {self.sample_of(source.name)} order by {order} limit {SHOWN}")
        )
        return Table(source, rows, columns, tuple(tuple(_cell(value) for value in row) for row in shown))

    def _column(self, table: str, name: str, kind: str) -> Column:
        sample, cell = self.sample_of(table), quoted(name)
        counted = self.rows(f"select count(*), count({cell}), count(distinct {cell}) from {sample}")[0]
        rows, filled, distinct = (int(str(number)) for number in counted)
        # Spread over all values, so that days late in a month are among them.
        values = self.rows(
            f"select {cell}::varchar as value, count(*) from {sample} where {cell} is not null"
            f" group by value order by hash(value) limit {VALUES}"
        )
        midnight = kind == "DATE" or (
            kind in MOMENT_TYPES
            and self.number(f"select count(*) filter ({cell}::timestamp::date <> {cell}::timestamp) from {sample}") == 0
        )
        facts = Facts(
            name, kind, rows, filled, distinct, {str(value): int(str(count)) for value, count in values}, midnight
        )
        column = understand(facts)
        if column.times is not None and column.times.asked:
            return self._settled(table, column, column.times)
        return column

    def _settled(self, table: str, column: Column, times: Times) -> Column:
        """Looks for a day beyond 12 in all rows before anybody is asked."""
        cell = quoted(column.name)
        places = (
            f"max(try_cast(regexp_extract({cell}, '^ *(\\d+)[/-](\\d+)', {group}) as integer))" for group in (1, 2)
        )
        first, second = self.rows(f"select {', '.join(places)} from {quoted(table)}")[0]
        first_late, second_late = (int(str(number or 0)) > 12 for number in (first, second))
        if first_late == second_late:
            return column
        found = replace(
            times, order="dmy" if first_late else "mdy", asked=False, said="a day beyond 12 further down tells"
        )
        return replace(column, times=found)


def notes_of(tables: Sequence[Staged]) -> list[tuple[str, Note]]:
    """What was noticed when the files were read, with the file's name."""
    listed = [(one.file.name, note) for one in tables for note in one.notes]
    return [key for key, _ in groupby(listed)]


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _cell(value: object) -> str | None:
    return None if value is None else str(value)[:200]

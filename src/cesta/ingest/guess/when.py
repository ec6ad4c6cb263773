"""When things happened: the moments that a table's rows tell of, whole, or in pieces that belong together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cesta.ingest.files.staged import ROW
from cesta.ingest.guess.columns import Column
from cesta.ingest.guess.moments import DateOrder, Times
from cesta.ingest.guess.seen import LOOKED_AT, Look, Table, quoted
from cesta.ingest.guess.sql import column_sql
from cesta.ingest.guess.words import hints, slug, words_of

IDLE = frozenset(("of", "the", "in", "v", "w", "de", "do", "na", "raw", "utc", "local"))
NO_DATES = frozenset(
    f"{day}{clock}" for day in ("1970-01-01", "1900-01-01", "0001-01-01") for clock in ("", " 00:00:00", "T00:00:00")
)
"""What systems write for a day they do not know."""
PIECES = ("moment", "year", "month", "day")


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment of each row. `name`: what its columns are called, without words for time; `sql` reads it.

    `formats`: how its texts are written; none when `sql` gives a moment already. `unsure`: the columns whose day and
    month could be either. `kind`: an event happened then, or it is a plan, a birth, or upkeep of the row.
    """

    name: str
    columns: tuple[str, ...]
    sql: str
    formats: tuple[str, ...]
    day_only: bool
    local: bool
    filled: float
    kind: str
    times: Times | None = None
    unsure: tuple[str, ...] = ()

    @property
    def happened(self) -> bool:
        return self.kind == "event"


def moments_of(look: Look, table: Table, order: DateOrder | None) -> list[Moment]:
    """The moments of a table's rows, in the order of its columns; columns that say the same moment once."""
    settled = order or _order_elsewhere(table)
    clocks = table.of_kind("clock")
    found: list[Moment] = []
    for column in table.of_kind("moment"):
        moment = _moment(column, settled)
        clock = _clock_of(moment, clocks, table) if column.day_only else None
        found.append(moment if clock is None else _with_clock(moment, column, clock))
    found += _from_parts(table)
    return _without_copies(look, table, found)


def sequence_of(look: Look, table: Table, who: str) -> Column | None:
    """The column that counts a customer's rows within a day: 1, 2, 3."""
    for column in table.columns.values():
        counts = column.kind in ("number", "id", "part") and column.whole and "sequence" in column.hints
        if not counts or ("receipt" in column.hints and len(words_of(column.name)) > 1):
            continue
        customer, place = quoted(who), quoted(column.name)
        once = look.number(
            f"select avg((n = d and low <= 1)::int) from (select count(*) as n, count(distinct {place}) as d,"
            f" min(try_cast({place} as bigint)) as low from {look.sample_of(table.name)} where {ROW} <= {LOOKED_AT}"
            f" group by {customer})"
        )
        if once > 0.8:
            return column
    return None


def stem(names: Iterable[str]) -> str:
    """What is left of columns' names without the words for time.

    >>> stem(["order_purchase_timestamp"]), stem(["arrival_date_year", "arrival_date_month"]), stem(["created_at"])
    ('order_purchase', 'arrival', '')
    """
    kept = [word for name in names for word in words_of(name) if not _is_idle(word)]
    return slug(" ".join(dict.fromkeys(kept)))


def _is_idle(word: str) -> bool:
    return word in IDLE or bool(hints(word) & set(PIECES)) or hints(word) == {"id"}


def _moment(column: Column, order: DateOrder | None) -> Moment:
    times = column.times
    name = column_sql(column.name)
    for empty in sorted(NO_DATES & column.values.keys()):
        name = f"nullif({name}, '{empty}')"
    sql = column.epoch.format(f"whole({name})" if column.is_text else name) if column.epoch else name
    unsure = times is not None and times.asked and order is None
    return Moment(
        name=stem([column.name]),
        columns=(column.name,),
        sql=sql,
        formats=times.formats(order) if times else (),
        day_only=column.day_only,
        local=column.local,
        filled=column.filled / max(1, column.rows),
        kind=_kind(column),
        times=times,
        unsure=(column.name,) if unsure else (),
    )


def _kind(column: Column) -> str:
    for kind in ("planned", "birth", "upkeep"):
        if kind in column.hints:
            return kind
    return "event"


def _order_elsewhere(table: Table) -> DateOrder | None:
    """One system writes all its dates alike."""
    orders = {column.times.order for column in table.of_kind("moment") if column.times and column.times.order}
    return orders.pop() if len(orders) == 1 else None


def _clock_of(moment: Moment, clocks: list[Column], table: Table) -> Column | None:
    same = [clock for clock in clocks if stem([clock.name]) == moment.name]
    days = [column for column in table.of_kind("moment") if column.day_only]
    return same[0] if same else clocks[0] if len(clocks) == len(days) == 1 else None


def _with_clock(moment: Moment, day: Column, clock: Column) -> Moment:
    date, time = column_sql(day.name), column_sql(clock.name)
    columns = (day.name, clock.name)
    if day.times is None or clock.type != "VARCHAR":
        sql = f"{date}::date + {time}::time" if day.times is None else f"{date} || ' ' || {time}"
        return replace(moment, columns=columns, sql=sql, day_only=False)
    long = {value.count(":") for value in clock.values}
    tails = [" %H:%M:%S"] * (2 in long) + [" %H:%M"] * (1 in long)
    dates = ["%Y-%m-%d" if shape == "iso" else shape for shape in moment.formats]
    formats = tuple(shape + tail for shape in dates for tail in tails)
    return replace(moment, columns=columns, sql=f"{date} || ' ' || {time}", formats=formats, day_only=False)


def _from_parts(table: Table) -> list[Moment]:
    """Year, month and day that stand in columns of their own."""
    groups: dict[str, dict[str, Column]] = {}
    for column in table.columns.values():
        piece = _piece(column)
        if piece is not None:
            groups.setdefault(stem([column.name]), {}).setdefault(piece, column)
    found = []
    for name, pieces in groups.items():
        if {"year", "month", "day"} <= pieces.keys():
            year, month, day = (pieces[piece] for piece in ("year", "month", "day"))
            named = not all(value.isdigit() for value in month.values)
            month_shape = "%m" if not named else "%b" if all(len(value) == 3 for value in month.values) else "%B"
            joined = " || '-' || ".join(column_sql(column.name) for column in (year, month, day))
            sql = f"moment({joined}, '%Y-{month_shape}-%d')"
            columns = (year.name, month.name, day.name)
            found.append(Moment(name, columns, sql, (), True, True, year.filled / max(1, year.rows), "event"))
    return found


def _piece(column: Column) -> str | None:
    """Which piece of a date it is; the day of the month is a day."""
    if column.kind == "part" or (column.kind == "category" and "month" in column.hints and column.distinct <= 12):
        return next((piece for piece in ("day", "year", "month") if piece in column.hints), None)
    return None


def _without_copies(look: Look, table: Table, found: list[Moment]) -> list[Moment]:
    """A moment that is another's in all rows is told once, typed rather than as text."""
    kept: list[Moment] = []
    for moment in sorted(found, key=lambda one: bool(one.formats)):
        if not any(_equal(look, table, one, moment) for one in kept):
            kept.append(moment)
    places = {name: place for place, name in enumerate(table.columns)}
    return sorted(kept, key=lambda one: places[one.columns[0]])


def _equal(look: Look, table: Table, one: Moment, other: Moment) -> bool:
    if len(one.columns) > 1 or len(other.columns) > 1:
        return False
    first, second = (table.columns[moment.columns[0]] for moment in (one, other))
    if first.distinct != second.distinct:
        return False
    names = (quoted(first.name), quoted(second.name))
    if first.type != second.type:
        names = tuple(f"try_cast({name} as timestamptz)" for name in names)  # type: ignore[assignment]
    differing = f"count(*) filter ({names[0]} is distinct from {names[1]})"
    return look.number(f"select {differing} from {look.sample_of(table.name)}") == 0

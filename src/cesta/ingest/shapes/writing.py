"""The mapping that a shape is for a file: its columns by the shape's names, then the events of its rows."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from cesta.ingest.guess.answers import Answers
from cesta.ingest.guess.document import scalar
from cesta.ingest.guess.seen import Look, Table
from cesta.ingest.guess.sql import column_sql
from cesta.ingest.guess.when import Moment, moments_of
from cesta.ingest.shapes.document import Happens
from cesta.ingest.shapes.fitting import Fit
from cesta.ingest.shapes.reading import cell_sql, detail_sql
from cesta.model.errors import CestaError

AT = re.compile(r"\{at:(\w+)\}")
WHY = "Only days are recorded; the beginning of the day was taken."
OWN = "columns('^_(row|file)$')"


@dataclass(frozen=True, slots=True)
class Written:
    """The mapping of a fit. unsure: columns whose day and month could be either."""

    text: str
    unsure: tuple[str, ...]


@dataclass(slots=True)
class _Writer:
    look: Look
    table: Table
    fit: Fit
    answers: Answers
    timezone: str
    moments: Mapping[str, Moment] = field(default_factory=dict)

    def __post_init__(self) -> None:
        found = moments_of(self.look, self.table, self.answers.dates)
        by_column = {moment.columns[0]: moment for moment in found}
        shape = self.fit.shape
        self.moments = {
            name: by_column[column]
            for name, column in self.fit.columns.items()
            if shape.fields[name].kind == "moment" and column in by_column
        }
        for name in shape.needed():
            if shape.fields[name].kind == "moment" and name not in self.moments:
                raise CestaError(
                    "unknown_column",
                    f'"{self.fit.columns[name]}" holds no times that can be read.',
                    "Choose with --when.",
                )

    def rows(self) -> str:
        """The file's rows with every field of the shape, empty where there is no column."""
        cells = []
        for name, known in self.fit.shape.fields.items():
            moment = self.moments.get(name)
            if moment is not None:
                sql = moment.sql
            elif name in self.fit.columns and known.kind != "moment":
                sql = cell_sql(known, self.table.columns[self.fit.columns[name]], self.timezone)
            else:
                sql = "null::varchar"
            cells.append(f"{sql} as {column_sql(name)}")
        return _select(cells, [OWN], self.table.name)

    def lines(self, rows: str) -> str | None:
        """Lines of one thing as that thing, where the file has lines."""
        lines = self.fit.shape.lines
        if lines is None or not any(one in self.fit.columns for one in lines.sums.values()):
            return None
        sums = {
            name: one for name, one in lines.sums.items() if name not in self.fit.columns and one in self.fit.columns
        }
        cells = [
            f"sum(number({column_sql(sums[name])}))::varchar as {column_sql(name)}" if name in sums
            else f"any_value({column_sql(name)}) as {column_sql(name)}"
            for name in self.fit.shape.fields
        ]  # fmt: skip
        return _select(cells, ["min(_row) as _row"], f"{rows} group by {column_sql(lines.of)}, customer")

    def adds(self, rows: str) -> str | None:
        if not self.fit.shape.adds:
            return None
        cells = [f"{self._expanded(sql)} as {name}" for name, sql in self.fit.shape.adds.items()]
        return _select(["*"], cells, rows)

    def event(self, happens: Happens, rows: str) -> list[str]:
        moment = self.moments.get(happens.time)
        if moment is None:
            return []
        # A time that must be there and is not, sets its row aside; one that may be missing makes no event.
        known = [] if self.fit.shape.fields[happens.time].needed else [f"{happens.time} is not null"]
        where = " and ".join((*known, *([f"({self._expanded(happens.where)})"] if happens.where else [])))
        query = f"select * from {rows} where {where}" if where else rows
        name = f"event: {happens.event}" if happens.event else f"event_is: {scalar(happens.event_is or '')}"
        found = [f"  - {name}", f"    from: {scalar(query)}"]
        found += [f"    customer: {scalar(happens.customer)}", f"    time: {happens.time}"]
        if moment.formats:
            found.append(f"    time_formats: [{', '.join(scalar(shape) for shape in moment.formats)}]")
        found += ["    time_is: assumed", f"    why: {WHY}"] if moment.day_only else ["    time_is: recorded"]
        if happens.id in self.fit.columns or happens.id in self.fit.shape.adds:
            found.append(f"    id: {column_sql(str(happens.id))}")
        details = {"channel": happens.channel or f"'{self.fit.shape.channel}'", **self._details(happens)}
        return [*found, "    properties:", *(f"      {scalar(name)}: {scalar(sql)}" for name, sql in details.items())]

    def _details(self, happens: Happens) -> dict[str, str]:
        shape, found = self.fit.shape, {}
        summed = set(shape.lines.sums) if shape.lines and self.lines("x") else set()
        for name, known in shape.fields.items():
            if known.apart or name in ("channel", happens.id) or known.kind == "moment":
                continue
            if name in summed and name not in self.fit.columns:
                found[name] = f"number({column_sql(name)})"
            elif name in self.fit.columns:
                found[name] = detail_sql(name, known, self.table.columns[self.fit.columns[name]])
        return found | {name: name for name in happens.adds}

    def _expanded(self, sql: str) -> str:
        def at(match: re.Match[str]) -> str:
            moment = self.moments.get(match[1])
            if moment is None:
                return "null::timestamp"
            shapes = [f"'{shape}'" for shape in moment.formats if shape != "iso"][:3]
            plain = f"try_cast(trim({match[1]}::varchar) as timestamp)"
            return f"coalesce(moment({match[1]}, {', '.join(shapes)}), {plain})" if shapes else plain

        return AT.sub(at, sql)


def mapping_of(look: Look, table: Table, fit: Fit, answers: Answers, timezone: str) -> Written:
    """The whole document, ending with a line break. Raises unknown_column."""
    writer = _Writer(look, table, fit, answers, timezone)
    shape = fit.shape.shape
    local = any(moment.local for moment in writer.moments.values())
    text = [
        f"# {fit.shape.says}",
        f"# This is the shape {shape}: `tables` gives the file's columns its names, `events` reads them.",
        "# Correct what is wrong: it is kept, and used for the next files of this kind.",
        "",
        f"id: {answers.name or shape}",
        *([f"timezone: {scalar(timezone)}"] if local else []),
        *([f"changed: {answers.changed}"] if answers.changed else []),
        "",
        "files:",
        f"  {table.name}: {scalar(table.source.pattern)}",
        "",
        "tables:",
    ]
    rows = f"{shape}_as_written"
    text += _table(rows, writer.rows())
    for name, made in ((f"{shape}_whole", writer.lines), (f"{shape}_with_more", writer.adds)):
        query = made(rows)
        if query is not None:
            text, rows = [*text, *_table(name, query)], name
    text += ["", "events:"]
    for happens in fit.shape.events:
        text += writer.event(happens, rows)
    unsure = [column for moment in writer.moments.values() for column in moment.unsure]
    return Written("\n".join(text) + "\n", tuple(dict.fromkeys(unsure)))


def _table(name: str, query: str) -> list[str]:
    return [f"  {name}: |", *(f"    {line}" for line in query.splitlines())]


def _select(cells: Sequence[str], more: Sequence[str], rows: str) -> str:
    return "select\n  " + ",\n  ".join((*cells, *more)) + f"\nfrom {rows}"

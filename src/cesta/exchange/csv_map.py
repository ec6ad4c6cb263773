"""A map as one table, a row a touchpoint, as CSV; and back, also from the tables of other tools."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cesta.exchange.foreign_table import read_foreign
from cesta.exchange.records import columns_of, record_of, row_of
from cesta.exchange.sheet import Sheet
from cesta.exchange.skeleton import Builder, barriers_from, own_id
from cesta.maps.view import TouchpointView
from cesta.model.errors import CestaError

FIRST = (
    "stage.id",
    "stage.name",
    "id",
    "name",
    "short",
    "channel",
    "tool",
    "thinks",
    "motivation",
    "emotion",
    "barriers",
)
NUMBERS = ("n.reach", "n.lost", "n.open", "n.goal_rate", "n.mood")
FORMULA = re.compile(r"'*[=+\-@\t\r]")
"""How a cell begins that a spreadsheet program would work out; such a one gets an apostrophe before it."""
MOST_CELLS = 50_000
"""Of a table of ours: each is read as YAML."""
NUMBER = re.compile(r"[-+]?[0-9.]+")


def write_csv(sheet: Sheet) -> bytes:
    """UTF-8 with a mark that spreadsheet programs know it by."""
    rows = list(_rows(sheet))
    columns = columns_of(rows, FIRST, sheet.language)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[_safe(row.get(column, "")) for column in columns] for row in rows])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def _safe(cell: str) -> str:
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell


def _rows(sheet: Sheet) -> Iterator[dict[str, str]]:
    numbers = {stop.id: _numbers(stop) for stop in sheet.stops} if sheet.numbers else {}
    for stage in sheet.data["stages"]:
        around = row_of({key: value for key, value in stage.items() if key != "touchpoints"}, "stage.")
        for stop in stage.get("touchpoints") or [{}]:
            barriers = stop.get("barriers", [])
            row = row_of({key: value for key, value in stop.items() if key != "barriers"})
            if barriers:
                row["barriers"] = "\n".join(sheet.said(barrier["text"]).replace("\n", " ") for barrier in barriers)
            yield {**around, **row, **numbers.get(stop.get("id"), {})}
            around = {key: text for key, text in around.items() if key.partition(":")[0] in ("stage.id", "stage.name")}


def _numbers(stop: TouchpointView) -> dict[str, str]:
    known = (stop.reach, stop.lost, stop.open, stop.goal_rate)
    values = [None if number.too_few else number.value for number in known]
    values.append(stop.emotion.value if stop.emotion.evidence != "assumed" else None)
    return {key: f"{value:.6g}" for key, value in zip(NUMBERS, values, strict=True) if value is not None}


def read_csv(content: bytes, name: str) -> dict[str, Any]:
    """The map in our own table, or what can be made of another tool's. Raises bad_file, bad_map, bad_yaml."""
    return map_of(_cells(content), name)


def map_of(cells: Sequence[Sequence[str]], name: str) -> dict[str, Any]:
    """The map in a table whose first row names the columns."""
    header = [cell.strip() for cell in cells[0]] if cells else []
    if "stage.id" not in header:
        return read_foreign(cells, name)
    if (many := sum(map(len, cells))) > MOST_CELLS:
        raise CestaError("too_large", f"{name} has {many:,} cells; a map has {MOST_CELLS:,} at most.")
    rows = [dict(zip(header, row, strict=False)) for row in cells[1:] if any(row)]
    return _own(rows).map(own_id(name), own_id(name))


def _own(rows: Sequence[Mapping[str, str]]) -> Builder:
    builder, stages = Builder(), dict[str, dict[str, Any]]()
    for row in rows:
        kept = {column: cell for column, cell in row.items() if not column.startswith("n.")}
        stage = record_of(kept, "stage.")
        id_ = str(stage.pop("id", "") or "stage")
        if id_ not in stages:
            stages[id_] = builder.stage(stage.pop("name", id_), id_, **stage)
        lines = [line.strip() for line in kept.pop("barriers", "").splitlines() if line.strip()]
        stop = record_of({column: cell for column, cell in kept.items() if not column.startswith("stage.")})
        if stop.get("name") or stop.get("id"):
            given = stop.pop("id", None)
            builder.touchpoint(stages[id_], stop.pop("name", given), given, **stop, barriers=barriers_from(lines))
    return builder


def _cells(content: bytes) -> list[list[str]]:
    text = _text(content)
    head = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(",;\t|", key=head.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [[_unsafe(cell) for cell in row] for row in rows if any(cell.strip() for cell in row)]


def _unsafe(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and FORMULA.match(cell) else cell


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        from charset_normalizer import from_bytes

        best = from_bytes(content).best()
        return str(best) if best is not None else content.decode("latin-1")

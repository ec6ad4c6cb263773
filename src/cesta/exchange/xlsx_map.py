"""A map as a workbook: the map's own fields, touchpoints, barriers with their fixes, and the numbers; and back."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cesta.exchange.csv_map import FIRST, map_of
from cesta.exchange.records import columns_of, record_of, row_of
from cesta.exchange.sheet import Sheet
from cesta.exchange.unfolded import check_unfolded
from cesta.exchange.wording import tell
from cesta.maps.view import Number
from cesta.model.errors import CestaError

KEYS = ("touchpoint", "id", "text", "evidence", "sources", "owner", "notes", "fixes")
SHEETS = ("Map", "Touchpoints", "Barriers")
UNFIT = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF))
LONGEST = 32_767


def write_xlsx(sheet: Sheet) -> bytes:
    """Sheets named in English, so that every Cesta finds them; their words are the document's."""
    import xlsxwriter

    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, cell = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in zip(SHEETS, _sheets(sheet), strict=True):
        columns = columns_of(rows, ("field", *FIRST) if name != "Barriers" else KEYS, sheet.language)
        page = book.add_worksheet(name)
        page.freeze_panes(1, 0)
        for place, column in enumerate(columns):
            page.write_string(0, place, column, bold)
            widest = max((len(part) for row in rows for part in row.get(column, "").splitlines()), default=0)
            page.set_column(place, place, max(9, min(46, widest + 2, 46)))
        for number, row in enumerate(rows, 1):
            for place, column in enumerate(columns):
                page.write_string(number, place, row.get(column, "").translate(UNFIT)[:LONGEST], cell)
    if sheet.numbers:
        _numbers(book, sheet, bold)
    book.close()
    return out.getvalue()


def _sheets(sheet: Sheet) -> tuple[list[dict[str, str]], list[dict[str, str]], list[dict[str, str]]]:
    data = sheet.data
    own = row_of({key: value for key, value in data.items() if key != "stages"})
    fields = [{"field": key, "value": value} for key, value in own.items()]
    stops, barriers = [], []
    for stage in data["stages"]:
        around = row_of({key: value for key, value in stage.items() if key != "touchpoints"}, "stage.")
        for stop in stage.get("touchpoints") or [{}]:
            stops.append({**around, **row_of({key: value for key, value in stop.items() if key != "barriers"})})
            barriers += [row_of({"touchpoint": stop["id"], **barrier}) for barrier in stop.get("barriers", [])]
            around = {key: text for key, text in around.items() if key.partition(":")[0] in ("stage.id", "stage.name")}
    return fields, stops, barriers


def _numbers(book: Any, sheet: Sheet, bold: Any) -> None:
    """What was measured: value, interval and n of each number, as numbers."""
    page, language = book.add_worksheet("Numbers"), sheet.language
    words = [tell(key, language) for key in ("stage", "touchpoint", "number", "value")]
    page.write_row(0, 0, [*words, tell("interval", language), "", "n"], bold)
    page.set_column(0, 2, 28)
    page.freeze_panes(1, 0)
    for row, (stage, stop, key, number) in enumerate(_measured(sheet), 1):
        said = [None, None, None] if number.too_few else [number.value, number.low, number.high]
        page.write_row(row, 0, [stage, stop, tell(key, language), *said, number.n])


def _measured(sheet: Sheet) -> Iterator[tuple[str, str, str, Number]]:
    for stage in sheet.view.stages:
        yield stage.name, "", "reached", stage.reached
        if stage.conversion is not None:
            yield stage.name, "", "go_on", stage.conversion
        yield stage.name, "", "time", stage.median_seconds
        for stop in stage.touchpoints:
            numbers = (("reach", stop.reach), ("leave", stop.lost), ("open", stop.open), ("goal_rate", stop.goal_rate))
            yield from ((stage.name, stop.name, key, number) for key, number in numbers)


def read_xlsx(content: bytes, name: str) -> dict[str, Any]:
    """The map in our own workbook, or what can be made of another tool's first sheet.

    Raises bad_file, bad_map, too_large.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    check_unfolded(content, name)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheets = {each: _cells(book.get_sheet_by_name(each).to_python()) for each in book.sheet_names}
    except (CalamineError, ValueError, OSError) as error:
        raise CestaError(
            "bad_file", f"{name} cannot be read as a workbook: {error}", "Is it whole, and xlsx?"
        ) from error
    if not sheets:
        raise CestaError("bad_file", f"{name} has no sheet.")
    if "Touchpoints" not in sheets or "Map" not in sheets:
        return map_of(next((cells for cells in sheets.values() if cells), []), name)
    data = map_of(sheets["Touchpoints"], name)
    fields = {row[0]: row[1] for row in sheets["Map"][1:] if len(row) > 1}
    for barrier in _rows(sheets.get("Barriers", [])):
        _hang(data, record_of(barrier))
    return {**data, **record_of(fields), "stages": data["stages"]}


def _hang(data: Mapping[str, Any], barrier: dict[str, Any]) -> None:
    owner = barrier.pop("touchpoint", None)
    for stage in data["stages"]:
        for stop in stage["touchpoints"]:
            if stop["id"] == owner:
                stop.setdefault("barriers", []).append(barrier)
                return


def _rows(cells: Sequence[Sequence[str]]) -> list[dict[str, str]]:
    return [dict(zip(cells[0], row, strict=False)) for row in cells[1:]] if cells else []


def _cells(rows: Sequence[Sequence[Any]]) -> list[list[str]]:
    """As text: a spreadsheet program may have made a number of what was typed."""
    found = [[_cell(value) for value in row] for row in rows]
    return [row for row in found if any(row)]


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)

"""A table as a workbook: its cells typed, its header held in sight, and on a second sheet the question it answers."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from zoneinfo import ZoneInfo

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook as Book
from xlsxwriter.worksheet import Worksheet

from cesta.api.tables_out import TableWanted, Written, as_csv, check, typed_rows
from cesta.model.errors import CestaError
from cesta.store.made_up import made_up
from cesta.store.workspace import Workspace

MOST_ROWS = 1_048_575
LONGEST_TEXT = 32_767
LONGEST_WHOLE = 10**15
FIRST_DAY = dt.date(1900, 3, 1)
"""Days before are counted wrongly by spreadsheet programs: there 1900 is a leap year."""
WIDEST, NARROWEST, MEASURED = 60, 9, 200
UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no workbook can hold."""
SHEET_UNFIT = re.compile(r"[\[\]:*?/\\\x00-\x1f\ufffe\uffff]")
CODES = {
    "whole": "#,##0",
    "number": "#,##0.00",
    "share": "0.0%",
    "seconds": "[h]:mm:ss",
    "day": "yyyy-mm-dd",
    "time": "yyyy-mm-dd hh:mm:ss",
}
ABOUT = {"en": "About", "pl": "O tabeli", "cs": "O tabulce", "ru": "О таблице"}
GENERATED = {"en": "generated data", "pl": "dane wygenerowane", "cs": "generovaná data", "ru": "сгенерированные данные"}
WORDS = {
    "question": {"en": "Question", "pl": "Pytanie", "cs": "Otázka", "ru": "Вопрос"},
    "source": {"en": "Source", "pl": "Źródło", "cs": "Zdroj", "ru": "Источник"},
    "as_of": {"en": "Data to", "pl": "Dane do", "cs": "Data do", "ru": "Данные по"},
    "n": {"en": "n", "pl": "n", "cs": "n", "ru": "n"},
    "zone": {"en": "Time zone", "pl": "Strefa czasowa", "cs": "Časové pásmo", "ru": "Часовой пояс"},
}


def saved(workspace: Workspace, table: TableWanted) -> bytes:
    """The file that is wanted, times on the workspace's clock. Raises bad_table."""
    check(table)
    settings = workspace.settings
    zone = ZoneInfo(settings.timezone)
    if table.format == "csv":
        return as_csv(table, zone)
    source = settings.name if made_up(workspace) == "none" else f"{settings.name} ({GENERATED[table.language]})"
    return as_workbook(table, source, zone)


def as_workbook(table: TableWanted, source: str, zone: ZoneInfo) -> bytes:
    """The workbook's bytes. Raises bad_table, also for more rows than a sheet can hold."""
    rows = typed_rows(table, zone)
    if len(rows) > MOST_ROWS:
        what = f"The table has {len(rows)} rows; a sheet holds {MOST_ROWS}."
        raise CestaError("bad_table", what, "Save it as CSV, or ask for less.")
    held = io.BytesIO()
    with xlsxwriter.Workbook(held, {"constant_memory": True, "in_memory": False}) as book:
        formats = {name: book.add_format({"num_format": code}) for name, code in CODES.items()}
        sheet = book.add_worksheet(sheet_name(table.name))
        _head(book, sheet, table, rows)
        kinds = [column.kind for column in table.columns]
        for place, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                _write(sheet, (place, column), cell, kinds[column], formats)
        _about(book, table, source, zone)
    return held.getvalue()


def sheet_name(name: str) -> str:
    """A name that a sheet may have.

    >>> sheet_name("Paths: from / to"), sheet_name("'"), len(sheet_name("a" * 99))
    ('Paths from to', 'Cesta', 31)
    """
    fit = " ".join(SHEET_UNFIT.sub(" ", name).split())[:31].strip("' ")
    # The name History is taken by spreadsheet programs themselves.
    return fit if fit and fit.lower() != "history" and fit not in ABOUT.values() else "Cesta"


def fit_text(text: str) -> str:
    """The text as a cell can hold it: what XML cannot hold is replaced, line ends are one kind, the end cut off."""
    whole = UNFIT.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    return whole if len(whole) <= LONGEST_TEXT else whole[: LONGEST_TEXT - 1] + "…"


def _head(book: Book, sheet: Worksheet, table: TableWanted, rows: list[list[Written]]) -> None:
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
    for column, heading in enumerate(table.columns):
        lengths = [len(str(row[column])) for row in rows[:MEASURED]]
        width = max([NARROWEST, min(len(heading.name), 24), *lengths]) + 2
        sheet.set_column(column, column, min(width, WIDEST))
    for column, heading in enumerate(table.columns):
        sheet.write_string(0, column, fit_text(heading.name), bold)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, place: tuple[int, int], cell: Written, kind: str, formats: dict[str, Format]) -> None:
    if cell is None:
        return
    if isinstance(cell, bool):
        sheet.write_boolean(*place, cell)
    elif isinstance(cell, dt.date):
        if (cell.date() if isinstance(cell, dt.datetime) else cell) < FIRST_DAY:
            sheet.write_string(*place, cell.isoformat())
        else:
            sheet.write_datetime(*place, cell, formats["time" if isinstance(cell, dt.datetime) else "day"])
    elif isinstance(cell, str):
        sheet.write_string(*place, fit_text(cell))
    elif abs(cell) >= LONGEST_WHOLE:
        # A sheet keeps 15 digits: a longer number is kept whole as text.
        sheet.write_string(*place, str(cell))
    elif kind == "seconds":
        sheet.write_number(*place, cell / 86_400, formats[kind])
    else:
        sheet.write_number(*place, cell, formats[kind if kind == "share" else _form(cell)])


def _form(number: float) -> str:
    return "whole" if float(number).is_integer() else "number"


def _about(book: Book, table: TableWanted, source: str, zone: ZoneInfo) -> None:
    """The second sheet: the question as JSON, of which workspace, how fresh, of how many."""
    sheet = book.add_worksheet(ABOUT[table.language])
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top", "align": "left"})
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 90)
    said: dict[str, str | int | None] = {
        "question": json.dumps(table.question, ensure_ascii=False, indent=2) if table.question else None,
        "source": source,
        "as_of": table.as_of,
        "n": table.n,
        "zone": str(zone),
    }
    told = [(word, value) for word, value in said.items() if value is not None]
    for place, (word, value) in enumerate(told):
        sheet.write_string(place, 0, WORDS[word][table.language], bold)
        if isinstance(value, int):
            sheet.write_number(place, 1, value, wrapped)
        else:
            sheet.write_string(place, 1, fit_text(value), wrapped)

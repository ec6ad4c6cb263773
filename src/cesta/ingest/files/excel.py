"""Workbooks (.xlsx, .xlsm, .xls, .ods): every sheet that holds a table becomes one; what is left out is said."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from cesta.ingest.files import delimited
from cesta.ingest.files.book import OLD, SUFFIXES, is_plain_text, open_book
from cesta.ingest.files.readers import Reader
from cesta.ingest.files.sheet_parts import places
from cesta.ingest.files.sheet_table import SheetTable, stage_sheet
from cesta.ingest.files.staged import Note, Staged
from cesta.ingest.progress import Progress
from cesta.model.errors import CestaError

MOST_PLACES = 300_000_000
"""Of a sheet: all rows that there can be, in nearly three hundred columns."""
TELLING = (".xlsx", ".xlsm")
"""Whose cells with an error can be told from empty ones."""


def read_workbook(path: Path, into: Path, progress: Progress) -> list[Staged]:
    """The tables of a workbook. Raises bad_file, and empty_file when no sheet in sight holds a table."""
    if is_plain_text(path):
        tables = delimited.READER.read(path, into, progress)
        note = Note("not_a_workbook", f"{path.name} is a table of text, though its name says it is a workbook.")
        return [replace(table, notes=(note, *table.notes)) for table in tables]
    with open_book(path) as (book, suffix):
        shown, hidden = _sheets(book)
        found: list[Staged] = []
        notes = [_note("hidden_sheet", "is hidden and was not used", name) for name in hidden]
        for done, name in enumerate(shown):
            progress(f"reading {path.name}: {name}", done, len(shown))
            _check_extent(path, name, suffix)
            table = SheetTable(path, name, suffix, several=len(shown) > 1)
            staged = stage_sheet(table, book.get_sheet_by_name(name), into)
            if isinstance(staged, Staged):
                found.append(staged)
            else:
                notes.append(_note("no_table", staged, name))
        progress(f"reading {path.name}", len(shown), len(shown))
    if suffix not in TELLING:
        text = f"Cells with an error, such as #N/A, cannot be told from empty ones in {suffix} files."
        notes.append(Note("errors_unseen", text))
    if not found:
        raise CestaError("empty_file", f"{path.name} holds no table.", _why(notes))
    return [replace(found[0], notes=(*found[0].notes, *notes)), *found[1:]]


def _check_extent(path: Path, name: str, suffix: str) -> None:
    """A stray cell far off would have the reader lay out more empty places than fit any memory. Raises bad_file."""
    if suffix in TELLING and (many := places(path, name)) > MOST_PLACES:
        message = f'{path.name}: the sheet "{name}" reaches so far that it has {many:,} places, nearly all empty.'
        raise CestaError("bad_file", message, "Ctrl+End shows how far; delete the columns and rows behind the table.")


def _sheets(book: CalamineWorkbook) -> tuple[list[str], list[str]]:
    """Names of sheets in sight and of hidden ones; charts and macros are no sheets here."""
    sheets = [sheet for sheet in book.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
    shown = [sheet.name for sheet in sheets if sheet.visible == SheetVisibleEnum.Visible]
    return shown, [sheet.name for sheet in sheets if sheet.name not in shown]


def _note(code: str, what: str, sheet: str) -> Note:
    return Note(code, f'Sheet "{sheet}" {what}.')


def _why(notes: list[Note]) -> str:
    told = " ".join(note.text for note in notes[:5])
    return f"{told} Wanted: a header and at least one row below it, on a sheet that is not hidden."


READER = Reader("workbook", SUFFIXES, read_workbook, OLD)

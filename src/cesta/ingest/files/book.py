"""Opening a workbook, whatever its name says it is; what cannot be opened is told with what would work."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from cesta.model.errors import CestaError

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".ods")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIPPED = b"PK\x03\x04"
SAVE_ANEW = "Open it in a spreadsheet program and save it as .xlsx."


def is_plain_text(path: Path) -> bool:
    """Whether a file called a workbook is a table of text: many an export is."""
    with path.open("rb") as file:
        head = file.read(512)
    return not head.startswith((OLD, ZIPPED)) and bool(head.strip()) and b"\0" not in head and not _is_page(head)


@contextmanager
def open_book(path: Path) -> Iterator[tuple[CalamineWorkbook, str]]:
    """The workbook and the suffix that tells its true kind. Raises bad_file: locked, damaged or no workbook."""
    suffix = true_suffix(path)
    with TemporaryDirectory(prefix="cesta-book-") as folder:
        # The reader goes by the name, and names lie: many an .xls from a web shop is an .xlsx inside.
        named = Path(folder) / f"book{suffix}"
        named.symlink_to(path.resolve())
        with _readable(path):
            book = CalamineWorkbook.from_path(str(named))
        try:
            with _readable(path):
                yield book, suffix
        finally:
            book.close()


def true_suffix(path: Path) -> str:
    """What kind of workbook the file's first bytes and parts show. Raises bad_file."""
    with path.open("rb") as file:
        head = file.read(512)
    if head.startswith(OLD):
        # A workbook with a password is an old container around the new kind.
        return ".xlsx" if path.suffix.lower() in (".xlsx", ".xlsm") else ".xls"
    if not head.startswith(ZIPPED):
        raise CestaError("bad_file", f"{path.name} is no workbook, though its name says so.", _likely(head))
    try:
        with ZipFile(path) as parts:
            names = set(parts.namelist())
    except (BadZipFile, OSError) as error:
        raise _damaged(path) from error
    if "content.xml" in names:
        return ".ods"
    if "xl/workbook.bin" in names:
        raise CestaError("bad_file", f"{path.name} is a binary workbook (.xlsb).", SAVE_ANEW)
    if not any(name.startswith("xl/") for name in names):
        raise CestaError("bad_file", f"{path.name} is a zip archive without a workbook in it.", SAVE_ANEW)
    return ".xlsx"


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    try:
        yield
    except PasswordError as error:
        raise CestaError(
            "bad_file", f"{path.name} is locked with a password.", "Save a copy without the password and load that."
        ) from error
    except CalamineError as error:
        raise _damaged(path) from error


def _damaged(path: Path) -> CestaError:
    what = f"{path.name} is damaged or cut short: it cannot be opened as a workbook."
    return CestaError("bad_file", what, f"Copy it again. {SAVE_ANEW}")


def _likely(head: bytes) -> str:
    return f"It is a web page inside. {SAVE_ANEW}" if _is_page(head) else SAVE_ANEW


def _is_page(head: bytes) -> bool:
    beginning = head.lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    return beginning.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"mime-version"))

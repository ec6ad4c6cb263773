"""How large a workbook becomes once it is unfolded: a small file can hold a sheet, or texts, of any size."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from cesta.model.errors import CestaError

MOST_BYTES = 64 * 1024 * 1024
MOST_CELLS = 1_000_000
"""Of the rectangle around all that a sheet holds: its reader lays out every place of it."""
MOST_LETTERS = 100_000_000
"""Of all cells, were each as long as the longest: its reader copies a shared text into each."""
SLICE = 1 << 20
PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def check_unfolded(content: bytes, name: str) -> None:
    """Raises too_large, and bad_file for what is no workbook of the kind .xlsx."""
    try:
        with ZipFile(io.BytesIO(content)) as book:
            parts = {part.filename: part.file_size for part in book.infolist()}
            if "xl/workbook.xml" not in parts or {"content.xml", "xl/workbook.bin"} & set(parts):
                raise CestaError("bad_file", f"{name} is no workbook of the kind .xlsx.", "Save it as .xlsx.")
            if sum(parts.values()) > MOST_BYTES:
                raise _too_large(name, f"{sum(parts.values()):,} bytes", f"{MOST_BYTES:,}")
            found = _Extent()
            for part in parts:
                _follow(book, part, found)
    except (BadZipFile, expat.ExpatError, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise CestaError("bad_file", f"{name} cannot be read as a workbook: {error}", "Is it whole?") from error
    if found.most_places > MOST_CELLS:
        raise _too_large(name, f"{found.most_places:,} places in a sheet", f"{MOST_CELLS:,}")
    if found.cells * found.longest > MOST_LETTERS:
        raise _too_large(name, f"{found.cells:,} cells and a text of {found.longest:,} letters", "far fewer")


def _too_large(name: str, has: str, most: str) -> CestaError:
    return CestaError("too_large", f"{name} has {has}; the workbook of a map has {most} at most.")


@dataclass(slots=True)
class _Extent:
    """rows, columns: of the sheet being followed. letters: of the text being followed."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    letters: int = 0
    longest: int = 0
    most_places: int = 0

    def start(self, tag: str, attributes: dict[str, Any]) -> None:
        kind = tag.rpartition(":")[2]
        if kind == "c":
            self.cells += 1
            place = PLACE.fullmatch(attributes.get("r", ""))
            if place is not None:
                self.columns = max(self.columns, sum(26**n * (ord(c) - 64) for n, c in enumerate(place[1][::-1])))
                self.rows = max(self.rows, int(place[2]))
        elif kind in ("si", "is", "v"):
            self.letters = 0

    def said(self, text: str) -> None:
        self.letters += len(text)
        self.longest = max(self.longest, self.letters)

    def end_part(self) -> None:
        self.most_places = max(self.most_places, self.rows * self.columns)
        self.rows = self.columns = self.letters = 0


def _follow(book: ZipFile, part: str, extent: _Extent) -> None:
    """Reads a part whole, so that one longer than it claims is found; of sheets and shared texts also the extent."""
    inside = re.match(r"xl/(worksheets/.*|sharedStrings)\.xml$", part, re.IGNORECASE)
    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.CharacterDataHandler = extent.start, extent.said
    with book.open(part) as file:
        while piece := file.read(SLICE):
            if inside:
                parser.Parse(piece)
    extent.end_part()

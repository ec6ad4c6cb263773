"""What a workbook's XML tells beyond its values: cells that hold an error, formulas never computed, zeros in front.

A number shown as 001 is stored as 1 with the format 000; a reader of values sees neither that nor an error.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from xml.etree import ElementTree
from zipfile import ZipFile

SLICE = 1 << 20
MOST_TOLD = 1000
TAG = rb"<(?:\w+:)?"
FORMULA = TAG + rb"f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)"
ERROR = re.compile(TAG + rb'c ([^>]*\bt="e"[^>]*)>(?:' + FORMULA + rb")?" + TAG + rb"v>([^<]*)<")
# A formula that rightly gives an empty text has t="str"; one that was never computed has no value at all.
UNCOMPUTED = re.compile(
    TAG + rb'c (?![^>]*\bt="str")([^>]*)>' + FORMULA + rb"(?:<v ?/>|<v></v>)?</(?:\w+:)?c>"
)  # fmt: skip
PLACE = re.compile(rb'\br="([A-Z]+)(\d+)"')
DIMENSION = re.compile(TAG + rb'dimension [^>]*\bref="[A-Z]+\d+:([A-Z]+)(\d+)"')
HEAD = 1 << 16
ZEROS = re.compile(r"0{2,}")


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that shows something no value tells. `row` as a spreadsheet counts; `column` from 0."""

    row: int
    column: int
    value: str


@dataclass(slots=True)
class Parts:
    """`errors` and `uncomputed`: the first of them, and how many there are. `zeros`: digits shown, by column."""

    errors: list[Odd] = field(default_factory=list)
    error_count: int = 0
    uncomputed: list[Odd] = field(default_factory=list)
    uncomputed_count: int = 0
    zeros: dict[int, Counter[int]] = field(default_factory=dict)


def read_parts(path: Path, sheet: str) -> Parts:
    """What the sheet's XML tells; nothing for a sheet that cannot be found there."""
    found = Parts()
    with ZipFile(path) as book:
        part = _sheet_part(book, sheet)
        if part is None:
            return found
        digits = _zero_styles(book)
        styled = b"|".join(str(style).encode() for style in digits)
        shown = re.compile(TAG + rb'c ([^>]*\bs="(' + styled + rb')"[^>]*)>') if digits else None
        for stretch in _stretches(book, part):
            if b't="e"' in stretch:
                found.error_count += _collect(ERROR, stretch, found.errors)
            if b"</f>" in stretch or b":f>" in stretch:
                found.uncomputed_count += _collect(UNCOMPUTED, stretch, found.uncomputed)
            if shown is not None:
                _count_zeros(shown, stretch, digits, found.zeros)
    return found


def places(path: Path, sheet: str) -> int:
    """How many places the rectangle around all cells has, as the sheet says at its beginning; 0 where it does not."""
    with ZipFile(path) as book:
        part = _sheet_part(book, sheet)
        if part is None:
            return 0
        with book.open(part) as file:
            said = DIMENSION.search(file.read(HEAD))
    return int(said[2]) * (column_of(said[1].decode()) + 1) if said else 0


def column_of(letters: str) -> int:
    """
    >>> column_of("A"), column_of("Z"), column_of("AA")
    (0, 25, 26)
    """
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def letters_of(column: int) -> str:
    """
    >>> letters_of(0), letters_of(25), letters_of(26)
    ('A', 'Z', 'AA')
    """
    letters, place = "", column + 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _collect(pattern: re.Pattern[bytes], stretch: bytes, into: list[Odd]) -> int:
    """Adds the cells found until there are enough of them; how many there were."""
    count = 0
    for match in pattern.finditer(stretch):
        count += 1
        place = PLACE.search(match[1])
        if place is not None and len(into) < MOST_TOLD:
            value = match[2].decode("utf-8", "replace") if match.re.groups > 1 else ""
            into.append(Odd(int(place[2]), column_of(place[1].decode()), value))
    return count


def _count_zeros(
    shown: re.Pattern[bytes], stretch: bytes, digits: dict[int, int], zeros: dict[int, Counter[int]]
) -> None:
    for match in shown.finditer(stretch):
        place = PLACE.search(match[1])
        if place is not None and not match[1].endswith(b"/") and b't="s"' not in match[1]:
            zeros.setdefault(column_of(place[1].decode()), Counter())[digits[int(match[2])]] += 1


def _stretches(book: ZipFile, part: str) -> Iterator[bytes]:
    """The sheet's XML in stretches of whole rows."""
    held = b""
    with book.open(part) as file:
        while piece := file.read(SLICE):
            held += piece
            end = held.rfind(b"row>") + 4
            if end > 4:
                yield held[:end]
                held = held[end:]
    if held:
        yield held


def _sheet_part(book: ZipFile, sheet: str) -> str | None:
    """The part of the package that holds this sheet."""
    names = set(book.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return None
    wanted = next(
        (
            value
            for node in ElementTree.fromstring(book.read("xl/workbook.xml")).iter()
            if node.tag.endswith("}sheet") and node.get("name") == sheet
            for key, value in node.attrib.items()
            if key.endswith("}id")
        ),
        None,
    )
    for relation in ElementTree.fromstring(book.read("xl/_rels/workbook.xml.rels")):
        if relation.get("Id") == wanted:
            part = str(PurePosixPath("/xl") / relation.get("Target", "")).lstrip("/")
            return part if part in names else None
    return None


def _zero_styles(book: ZipFile) -> dict[int, int]:
    """Styles of cells whose numbers are shown with zeros in front, and with how many digits."""
    if "xl/styles.xml" not in book.namelist():
        return {}
    root = ElementTree.fromstring(book.read("xl/styles.xml"))
    digits = {
        node.get("numFmtId"): len(code)
        for node in root.iter()
        if node.tag.endswith("}numFmt") and ZEROS.fullmatch(code := node.get("formatCode", ""))
    }
    cells = next((node for node in root if node.tag.endswith("}cellXfs")), ())
    return {style: digits[node.get("numFmtId")] for style, node in enumerate(cells) if node.get("numFmtId") in digits}

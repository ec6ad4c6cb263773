"""How a delimited text is written: its separator and its quote, by the first of its rows."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

from cesta.ingest.files.header import Cells, usual_width
from cesta.kernels.records import BLANK, Records, records

SEPARATORS = (",", ";", "\t", "|")
ROWS = 200
SAMPLE = 1 << 20
SINGLE = re.compile(rb"(?:^|[,;\t|\r\n])'([^'\r\n]*)(.)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """`quote`: \" or '; `rows`: the cells of the first rows, of blank ones none."""

    separator: str
    quote: str
    rows: tuple[Cells, ...]


def find_dialect(sample: bytes, last: bool) -> Dialect:
    """The dialect in which most rows have the same number of cells, and most of them.

    >>> find_dialect(b"id;total\\n1;2,50\\n2;3,75\\n", last=True).separator
    ';'
    """
    sample = sample[:SAMPLE]
    quote = _quote(sample)
    best, separator = max(
        ((_fit(records(sample, one, quote, SAMPLE, last)), one) for one in SEPARATORS),
        key=lambda pair: (pair[0], -SEPARATORS.index(pair[1])),
    )
    if best[0] == 0.0:
        separator = ","
    found = records(sample, separator, quote, SAMPLE, last)
    return Dialect(separator, quote, tuple(_cells(sample, found, place, separator, quote) for place in _first(found)))


def _first(found: Records) -> range:
    return range(min(ROWS, len(found.begin)))


def _fit(found: Records) -> tuple[float, int]:
    """The share of rows that have as many cells as most; the cells. A text of one column fits nothing."""
    widths = [int(found.cells[at]) for at in _first(found) if not found.marks[at] & BLANK]
    width = usual_width(widths)
    if width < 2:
        return 0.0, width
    return round(widths.count(width) / len(widths), 2), width


def _quote(sample: bytes) -> str:
    """' only where cells begin and end with it, and no cell begins with \"."""
    if re.search(rb'(?:^|[,;\t|\r\n])"', sample):
        return '"'
    found = SINGLE.findall(sample[: SAMPLE // 4])
    return "'" if len(found) > 1 and all(after == b"'" for _, after in found) else '"'


def _cells(sample: bytes, found: Records, place: int, separator: str, quote: str) -> Cells:
    if found.marks[place] & BLANK:
        return ()
    text = sample[found.begin[place] : found.end[place]].decode("utf-8", "replace").replace("\0", "")
    (row,) = csv.reader([text], delimiter=separator, quotechar=quote) if "\n" not in text and "\r" not in text else [
        next(csv.reader(io.StringIO(text, newline=""), delimiter=separator, quotechar=quote))
    ]  # fmt: skip
    return tuple(cell or None for cell in row)

"""Where the rows of a delimited text begin and end, how many cells each has, and which of them break the rules."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from cesta.kernels.compiled import compiled

NUL, BAD_QUOTE, UNCLOSED, BLANK, LONG, LINES = 1, 2, 4, 8, 16, 32
"""Marks of a row: a NUL byte; text after a closing quote; a quote never closed; nothing but separators; longer than
the limit; a line break inside quotes (which is no fault)."""
LF, CR, SPACE = 10, 13, 32


class Records(NamedTuple):
    """Row r is data[begin[r]:end[r]], without its line break; `rest`: where the first unfinished row begins."""

    begin: NDArray[np.int64]
    end: NDArray[np.int64]
    cells: NDArray[np.int64]
    marks: NDArray[np.int64]
    rest: int


@compiled
def _after_line(data: NDArray[np.uint8], place: int, last: bool) -> int:
    """Where the line that follows begins, if `place` is a line break or the end; -1: not known yet."""
    size = len(data)
    if place >= size:
        return size if last else -1
    if data[place] == CR:
        if place + 1 >= size:
            return size if last else -1
        return place + 2 if data[place + 1] == LF else place + 1
    return place + 1


@compiled
def _line_end(data: NDArray[np.uint8], place: int) -> int:
    while place < len(data) and data[place] != LF and data[place] != CR:
        place += 1
    return place


@compiled
def _record(
    data: NDArray[np.uint8], start: int, separator: int, quote: int, limit: int, last: bool
) -> tuple[int, int, int, int]:
    """End, beginning of the next, cells and marks of the row at `start`; a next of -1: it is not finished.

    A quote counts at the beginning of a cell only, twice inside quotes it is one. A row whose quotes are wrong ends
    with its first line, so that it never takes others with it.
    """
    size = len(data)
    cells, marks, place = 1, BLANK, start
    first_line = -1
    cell = start
    while True:
        if place < size and data[place] == quote and place == cell and quote != 0:
            marks &= ~BLANK
            place += 1
            closed = False
            while place < size and not closed:
                byte = data[place]
                if byte == quote:
                    if place + 1 < size and data[place + 1] == quote:
                        place += 1
                    elif place + 1 < size or last:
                        closed = True
                    else:
                        return size, -1, cells, marks
                elif byte == 0:
                    marks |= NUL
                elif byte in (LF, CR) and first_line < 0:
                    first_line = place
                if place - start > limit:
                    if first_line >= 0:
                        return first_line, _after_line(data, first_line, last), cells, marks | UNCLOSED
                    stop = _line_end(data, place)
                    return stop, _after_line(data, stop, last), cells, marks | LONG
                place += 1
            if not closed:
                if not last:
                    return size, -1, cells, marks
                stop = first_line if first_line >= 0 else size
                return stop, _after_line(data, stop, last), cells, marks | UNCLOSED
            if place < size and data[place] != separator and data[place] != LF and data[place] != CR:
                stop = first_line if first_line >= 0 else _line_end(data, place)
                return stop, _after_line(data, stop, last), cells, marks | BAD_QUOTE
        if place >= size or data[place] == LF or data[place] == CR:
            break
        byte = data[place]
        if byte == separator:
            cells += 1
            cell = place + 1
        elif byte == 0:
            marks = (marks | NUL) & ~BLANK
        elif byte != SPACE:
            marks &= ~BLANK
        place += 1
    if place - start > limit:
        marks |= LONG
    if first_line >= 0:
        marks |= LINES
    return place, _after_line(data, place, last), cells, marks


@compiled
def _records(
    data: NDArray[np.uint8],
    separator: int,
    quote: int,
    limit: int,
    last: bool,
    begin: NDArray[np.int64],
    end: NDArray[np.int64],
    cells: NDArray[np.int64],
    marks: NDArray[np.int64],
) -> tuple[int, int]:
    """Fills the four last arrays; how many rows there are, and where the first unfinished one begins."""
    found, place = 0, 0
    while place < len(data) and found < len(begin):
        stop, following, width, mark = _record(data, place, separator, quote, limit, last)
        if following < 0:
            return found, place
        begin[found], end[found], cells[found], marks[found] = place, stop, width, mark
        found += 1
        place = following
    return found, place


@compiled
def _lines(data: NDArray[np.uint8]) -> int:
    """At most how many lines there are."""
    found = 1
    for byte in data:
        found += byte in (LF, CR)
    return found


def records(data: bytes, separator: str, quote: str, limit: int, last: bool) -> Records:
    r"""The rows of a text; without `last` its end may be cut anywhere.

    >>> found = records(b'a;b\n"x;\n";2\n3;', ";", '"', limit=99, last=False)
    >>> found.begin.tolist(), found.end.tolist(), found.cells.tolist(), found.rest
    ([0, 4], [3, 11], [2, 2], 12)
    """
    view = np.frombuffer(data, np.uint8)
    begin, end, cells, marks = (np.empty(_lines(view), np.int64) for _ in range(4))
    found, rest = _records(view, ord(separator), ord(quote or "\0"), limit, last, begin, end, cells, marks)
    return Records(begin[:found], end[:found], cells[:found], marks[:found], rest)


def warm() -> None:
    """Compiles the loops for bytes that are read."""
    records(b"a,b\n", ",", '"', 9, True)

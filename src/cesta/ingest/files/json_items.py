"""The rows of a JSON text, each still as it is written: its lines, or the items of the one array that it is."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

import numpy as np

from cesta.ingest.files.cut import Piece, cut, with_last
from cesta.ingest.files.staged import VALUE_SHOWN
from cesta.ingest.files.text import Text
from cesta.kernels.records import BLANK, LONG

GAP = re.compile(r"[ \t\r\n]*")
NO_SEPARATOR = "\x1f"


@dataclass(frozen=True, slots=True)
class Item:
    """`row`: the line's number, or the item's. `reason`, `code`: why it is none, known before it is read."""

    row: int
    data: bytes
    reason: str | None = None
    code: str = ""


def items(text: Text, longest: int) -> Iterator[Item]:
    """All rows of the text. Raises file_growing."""
    blocks = with_last(text.blocks())
    held: list[tuple[bytes, bool]] = []
    for block in blocks:
        held.append(block)
        if block[0].strip():
            break
    both = chain(held, blocks)
    if held and held[-1][0].lstrip().startswith(b"["):
        yield from _of_array(text, both, longest)
    else:
        yield from _of_lines(text, both, longest)


def _of_lines(text: Text, blocks: Iterator[tuple[bytes, bool]], longest: int) -> Iterator[Item]:
    for piece in cut(blocks, NO_SEPARATOR, "", longest):
        if piece.overlong is not None:
            yield _long(piece.overlong.row, piece.overlong.beginning, piece.overlong.length, longest)
        found = piece.rows
        for at in np.flatnonzero(found.marks & BLANK == 0).tolist():
            data = piece.data[found.begin[at] : found.end[at]]
            if found.marks[at] & LONG:
                yield _long(piece.first + at, data, len(data), longest)
            elif piece.open_end and at == len(found.begin) - 1:
                yield _last_line(text, piece, at, data)
            else:
                yield Item(piece.first + at, data)


def _long(row: int, data: bytes, length: int, longest: int) -> Item:
    return Item(row, data, f"The row has {length:,} bytes; the longest that is taken has {longest:,}.", "long_line")


def _last_line(text: Text, piece: Piece, at: int, data: bytes) -> Item:
    """A last line without a line break is whole only if it can be read."""
    if text.source.broken is not None:
        return Item(piece.first + at, data, "The file breaks off within this row.", "cut_short")
    if text.source.is_fresh():
        try:
            json.loads(data)
        except ValueError as error:
            raise text.source.growing("Its last row is cut.") from error
    return Item(piece.first + at, data)


def _of_array(text: Text, blocks: Iterator[tuple[bytes, bool]], longest: int) -> Iterator[Item]:
    """Where the array is broken no later row can be found: the rest is refused as one."""
    array = _Array(blocks)
    array.skip("[")
    row = 1
    while True:
        if array.skip("]"):
            return
        if row > 1 and not array.skip(","):
            break
        found = array.item(longest)
        if found is None:
            break
        yield Item(row, found)
        row += 1
    if text.source.broken is None and text.source.is_fresh() and array.is_over():
        raise text.source.growing("Its last row is cut.")
    reason, code = "The array is broken here; what follows cannot be read.", "bad_json"
    if text.source.broken is not None:
        reason, code = "The file breaks off within this row.", "cut_short"
    yield Item(row, array.rest(), reason, code)


class _Array:
    """The text of an array, as much of it as is needed at a time."""

    def __init__(self, blocks: Iterator[tuple[bytes, bool]]) -> None:
        self._blocks = blocks
        # Bytes that are no UTF-8 go through as they are, so that only their own row is refused.
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._scan = json.JSONDecoder(strict=False).raw_decode
        self._text, self._place, self._last = "", 0, False

    def skip(self, mark: str) -> bool:
        """Steps over spaces, and over `mark` if it is next."""
        while True:
            gap = GAP.match(self._text, self._place)
            self._place = gap.end() if gap else self._place
            if self._place < len(self._text) or self._last:
                break
            self._read_on()
        found = self._text.startswith(mark, self._place)
        self._place += found
        return found

    def item(self, longest: int) -> bytes | None:
        """The next item as it is written; None: there is none that is whole."""
        self.skip("\0")
        while True:
            try:
                end = self._scan(self._text, self._place)[1]
            except (ValueError, RecursionError):
                if self._last or len(self._text) - self._place > longest:
                    return None
            else:
                # A number at the end of a block may go on.
                if end < len(self._text) or self._last:
                    found, self._place = self._text[self._place : end], end
                    return found.encode("utf-8", "surrogateescape")
            self._read_on()

    def is_over(self) -> bool:
        return self._last

    def rest(self) -> bytes:
        return self._text[self._place : self._place + VALUE_SHOWN].encode("utf-8", "surrogateescape")

    def _read_on(self) -> None:
        block, self._last = next(self._blocks, (b"", True))
        self._text = self._text[self._place :] + self._decoder.decode(block, final=self._last)
        self._place = 0

"""A stream of text cut into pieces of whole rows; a row longer than the limit is passed over without being held."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cesta.ingest.files.staged import VALUE_SHOWN
from cesta.kernels.records import Records, records

MARGIN = 4
"""Bytes by which a row must be too long before it is passed over: then what it is no longer depends on what follows."""
LINE_BREAK = re.compile(rb"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Overlong:
    """A row of which only the beginning was kept."""

    row: int
    length: int
    beginning: bytes


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole rows: row r of `rows` has the number `first` + r. `overlong`: a row passed over before them.

    `open_end`: these are the last ones, and no line break follows.
    """

    data: bytes
    rows: Records
    first: int
    overlong: Overlong | None = None
    open_end: bool = False


def with_last(blocks: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each block, and whether it is the last."""
    held: bytes | None = None
    for block in blocks:
        if held is not None:
            yield held, False
        held = block
    if held is not None:
        yield held, True


def cut(blocks: Iterable[tuple[bytes, bool]], separator: str, quote: str, longest: int) -> Iterator[Piece]:
    """The rows of the blocks in order, numbered from 1."""
    held, number = b"", 1
    passing: Overlong | None = None
    for block, last in blocks:
        data = held + block
        passed: Overlong | None = None
        if passing is not None:
            passing, following, held = _pass_over(passing, data, last)
            if following is None:
                continue
            data = following
            passed, passing = passing, None
            number += 1
        found = records(data, separator, quote, longest, last)
        yield Piece(data, found, number, passed, last and not data.endswith((b"\n", b"\r")))
        number += len(found.begin)
        held = data[found.rest :]
        if len(held) > longest + MARGIN:
            passing, held = Overlong(number, len(held), held[:VALUE_SHOWN]), b""


def _pass_over(passing: Overlong, data: bytes, last: bool) -> tuple[Overlong, bytes | None, bytes]:
    """The row with what it has in `data`; what follows it there, None while it goes on; what to hold until then."""
    # A CR at the very end may be half of a line break.
    held = b"\r" if data.endswith(b"\r") and not last else b""
    seen = data[: len(data) - len(held)]
    found = LINE_BREAK.search(seen)
    if found is None:
        grown = replace(passing, length=passing.length + len(seen))
        return grown, b"" if last else None, held
    return replace(passing, length=passing.length + found.start()), data[found.end() :], b""

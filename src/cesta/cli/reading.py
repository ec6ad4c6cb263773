"""What a verb reads: a file, or stdin for -, as bytes, so that what is not UTF-8 is told and not guessed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cesta.model.errors import CestaError

BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@contextmanager
def opened(file: str) -> Iterator[BinaryIO]:
    """The file, or stdin for -. Raises no_file."""
    if file == "-":
        if sys.stdin is None:
            raise CestaError("no_file", "There is nothing to read: stdin is closed.", "Name a file, or pipe one in.")
        yield sys.stdin.buffer
        return
    try:
        stream = Path(file).open("rb")  # noqa: SIM115 - only opening may fail as no_file, not what follows
    except OSError as error:
        raise CestaError("no_file", f'"{file}" cannot be read: {error.strerror}.', "Or - for stdin.") from error
    with stream:
        yield stream


def lines_of(stream: BinaryIO) -> Iterator[bytes]:
    """Each line as soon as it is there, without the mark that some editors put before the first."""
    for number, line in enumerate(stream):
        yield line.removeprefix(BYTE_ORDER_MARK) if number == 0 else line

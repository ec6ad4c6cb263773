"""Mailbox files (mbox): each message a contact; read as a stream, also when compressed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from cesta.ingest.files.source import Source
from cesta.ingest.readers.contract import Batch, Place, Reader, Row, parted
from cesta.ingest.readers.mail import OPTIONS, addresses, body_kept, contact, listed, parse
from cesta.model.errors import CestaError

BEGINS = re.compile(rb"From .*\d{1,2}:\d{2}.*\d{4}")
"""Before a message stands who sent it and when; a line of a text may begin with From, too."""
LONGEST = 64 << 20
LOOKED_AT = 2_000
"""Messages from which it is told who we are, when nobody says so."""
HEADERS = ("delivered-to", "x-original-to", "envelope-to")


def read_mbox(place: Place, _cursor: str | None = None) -> Iterator[Batch]:
    """The messages of a mailbox file. Raises no_file, empty_file, bad_file, bad_value."""
    path = Path(place.where)
    if not path.is_file():
        raise CestaError("no_file", f"There is no file {path}.", "Check its name and folder.")
    keep = body_kept(dict(place.options))
    own = frozenset(listed(place.options.get("own", ""))) or ours_in(path)
    yield from parted("", _rows(path, own, keep))


def _rows(path: Path, own: frozenset[str], keep: bool) -> Iterator[Row]:
    for data in messages(path):
        yield contact(parse(data), own, keep)


def messages(path: Path) -> Iterator[bytes]:
    """The messages one by one. Raises bad_file where the file does not begin with one."""
    held: list[bytes] = []
    size, blank, begun = 0, True, False
    for line in _lines(path):
        if blank and BEGINS.match(line):
            if begun:
                yield b"".join(held)
            begun, held, size = True, [], 0
        elif not begun and line.strip():
            raise CestaError(
                "bad_file", f"{path.name} is no mailbox: it does not begin with a line From.", "Export it as mbox."
            )
        elif begun and size < LONGEST:
            # Some programs write >From where a line of the text began so.
            held.append(line[1:] if line.startswith(b">From ") else line)
            size += len(line)
        blank = not line.strip()
    if begun:
        yield b"".join(held)


def ours_in(path: Path) -> frozenset[str]:
    """Our address: to which most messages were delivered, or else sent."""
    delivered: Counter[str] = Counter()
    sent: Counter[str] = Counter()
    for data in islice(messages(path), LOOKED_AT):
        message = parse(data[:65_536])
        delivered.update(address for name in HEADERS for _, address in addresses(message, name))
        sent.update(address for _, address in addresses(message, "to"))
    best = (delivered or sent).most_common(1)
    return frozenset(address for address, _ in best)


def _lines(path: Path) -> Iterator[bytes]:
    rest = b""
    for block in Source(path).blocks(1 << 20):
        *lines, rest = (rest + block).split(b"\n")
        yield from (line + b"\n" for line in lines)
    if rest:
        yield rest


def _looks(head: bytes) -> bool:
    return BEGINS.match(head) is not None


READER = Reader("mbox", read_mbox, (".mbox", ".mbx"), options={k: OPTIONS[k] for k in ("own", "body")}, looks=_looks)

"""All readers there are: ours and those that installed packages offer, found the same way."""

from __future__ import annotations

import logging
from functools import cache
from importlib.metadata import EntryPoint, entry_points
from urllib.parse import urlsplit

from cesta.ingest.readers.contract import GROUP, Reader
from cesta.model.errors import CestaError

log = logging.getLogger("cesta.ingest")

OURS = tuple(
    EntryPoint(name, f"cesta.ingest.readers.{name}:READER", GROUP)
    for name in ("xes", "ocel_json", "sqlite_file", "mbox", "imap", "sql")
)


@cache
def shelf() -> dict[str, Reader]:
    """Every reader by its kind; a package's takes the place of ours. One that cannot be imported is logged."""
    found: dict[str, Reader] = {}
    for point in (*OURS, *entry_points(group=GROUP)):
        try:
            reader = point.load()
        except Exception as error:
            log.error("reader", extra={"reader": point.value, "problem": str(error)}, exc_info=error)
            continue
        if isinstance(reader, Reader):
            found[reader.kind] = reader
        else:
            log.error("reader", extra={"reader": point.value, "problem": "it is no cesta.ingest.readers Reader"})
    return found


def reader_of(url: str) -> Reader:
    """Who reads this URL; postgresql+driver is a kind of postgresql. Raises bad_value."""
    scheme = urlsplit(url).scheme.split("+")[0].casefold()
    known = [reader for reader in shelf().values() if reader.schemes]
    for reader in reversed(known):
        if scheme in reader.schemes:
            return reader
    listed = sorted(one for reader in known for one in reader.schemes)
    raise CestaError(
        "bad_value",
        f'There is no reader for addresses that begin with "{scheme}:".',
        f"Known: {', '.join(listed)}.",
    )

"""The readers of files, one per kind; a new kind registers here as ours do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from cesta.ingest.files.staged import Staged
from cesta.ingest.progress import Progress
from cesta.model.errors import CestaError

Read = Callable[[Path, Path, Progress], list[Staged]]


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads one kind of file. `read(path, into, progress)` gives its tables, staged copies in the folder `into`.

    `suffixes`: how names of such files end, small letters, without how they are compressed. `signature`: first bytes
    that only such files have; `looks`: whether a beginning of text looks like one, for names that say nothing.
    """

    kind: str
    suffixes: tuple[str, ...]
    read: Read
    signature: bytes | None = None
    looks: Callable[[bytes], bool] = lambda _head: False


_READERS: dict[str, Reader] = {}


def register(reader: Reader) -> None:
    """Makes a kind of file known; one of the same kind takes the place of the earlier."""
    _READERS[reader.kind] = reader


def readers() -> tuple[Reader, ...]:
    return tuple(_READERS.values())


def reader_for(path: Path, suffix: str, head: bytes) -> Reader:
    """Who reads this file: by its signature, else by its name, else by how it looks. Raises bad_file.

    Of several whose files are named so, the one that it looks like; the one registered last is asked first.
    """
    known = readers()
    by_signature = [one for one in known if one.signature and head.startswith(one.signature)]
    by_name = [one for one in known if suffix in one.suffixes]
    for reader in by_signature:
        if reader in by_name:
            return reader
    looking = [one for one in reversed(by_name) if len(by_name) > 1 and one.looks(head)]
    for reader in (*by_signature, *looking, *by_name, *(one for one in known if one.looks(head))):
        return reader
    suffixes = sorted({suffix.lstrip(".") for one in known for suffix in one.suffixes})
    raise CestaError(
        "bad_file",
        f"{path.name} is of no known kind.",
        f"Known: {', '.join(suffixes)}; text may be compressed (gz, zst, bz2, or one file in a zip).",
    )

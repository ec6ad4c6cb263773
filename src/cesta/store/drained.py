"""The log's full blocks as sorted files: laid once, read ever after. Derived from the log, and deletable."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from cesta.model.errors import CestaError
from cesta.store.disk import is_alive
from cesta.store.log import Log
from cesta.store.shards import table_of, write_shards

LAYOUT = 1
"""Grows with every change of the files, so that those of another Cesta are made anew."""
FOLDER = "drained"
PAGE = 10_000
_END = "select seq, source, message_id from events where seq {} ? order by seq {} limit 1"


@dataclass(frozen=True, slots=True)
class Piece:
    """The steps of journeys of one block that count. `path` is None where it has none."""

    path: Path | None
    events: int


@dataclass(frozen=True, slots=True)
class Drained:
    """Pieces of the log from its beginning, in order, together all that counts up to the event `upto`."""

    pieces: tuple[Piece, ...] = ()
    upto: int = 0


NOTHING = Drained()


def drain(log: Log, data: Path, newest: int) -> Drained:
    """The pieces of all blocks that are full; those not laid yet are laid now. Without a place to write, fewer."""
    folder, pieces, size = data / FOLDER, list[Piece](), block_size(log)
    names = list(_names(log, newest))
    for path in _files(folder):
        # Whoever has seen more of the log may be laying what comes after.
        if path.stem not in names and int(path.stem.partition("-")[0]) < len(names):
            path.unlink(missing_ok=True)
    for block, name in enumerate(names):
        try:
            pieces.append(_find(folder / name) or _lay(log, folder / name, block * size, (block + 1) * size))
        except (OSError, CestaError):
            break
    return Drained(tuple(pieces), max(0, len(pieces) * size - 1))


def full_blocks(log: Log) -> int:
    """How many blocks of the log are full by now."""
    return (log.marks().event + 1) // block_size(log)


def forget_changed(log: Log, data: Path) -> None:
    """Removes the pieces whose rows have changed since: an erased customer stands in none of the others."""
    names = set(_names(log, log.marks().event))
    for path in _files(data / FOLDER):
        if path.stem not in names:
            path.unlink(missing_ok=True)


def forget(data: Path) -> None:
    """Removes all pieces; they are laid again when somebody asks."""
    shutil.rmtree(data / FOLDER, ignore_errors=True)


def _files(folder: Path) -> list[Path]:
    """The pieces there are; what was left half laid is removed."""
    found = []
    for path in list(folder.iterdir()) if folder.is_dir() else []:
        if path.suffix in (".parquet", ".none"):
            found.append(path)
        elif not is_alive(path.suffix[1:]):
            shutil.rmtree(path, ignore_errors=True)
    return found


def block_size(log: Log) -> int:
    """So many numbers of events are drained as one."""
    return int(log.read("select block from meta")[0][0])


def _names(log: Log, newest: int) -> Iterator[str]:
    """The name of each full block's piece: it changes when any of its rows does."""
    changes = dict(log.read("select block, changes from changed_blocks"))
    ((known, size),) = log.read("select name, block from meta")
    for block in range((newest + 1) // size):
        # A copy of the log that was put back, and went on otherwise, differs in these.
        first = log.read(_END.format(">=", "asc"), (block * size,))
        last = log.read(_END.format("<", "desc"), ((block + 1) * size,))
        state = repr((LAYOUT, known, block, changes.get(block, 0), first, last))
        yield f"{block:06d}-{hashlib.sha256(state.encode()).hexdigest()[:16]}"


def _find(path: Path) -> Piece | None:
    """The piece, if it was laid."""
    if path.with_suffix(".none").exists():
        return Piece(None, 0)
    laid = path.with_suffix(".parquet")
    try:
        return Piece(laid, pq.read_metadata(laid).num_rows) if laid.exists() else None
    except (OSError, ValueError):
        return None


def _lay(log: Log, path: Path, first: int, after: int) -> Piece:
    """Writes the piece beside its place first: a reader sees all of it or nothing."""
    # A page at a time: as Python's objects a block takes many times the memory of its columns.
    pages = (log.events_between(low, min(low + PAGE, after - 1)) for low in range(first - 1, after - 1, PAGE))
    tables = [table_of(page).drop_columns(["source", "message_id"]) for page in pages if page]
    path.parent.mkdir(exist_ok=True)
    if not tables:
        path.with_suffix(".none").touch()
        return Piece(None, 0)
    beside = path.with_name(f".{path.name}.{threading.get_ident()}.{os.getpid()}")
    try:
        table = pa.concat_tables(tables, promote_options="default")
        (shard,) = write_shards(beside, path.name, table, len(table))
        (beside / shard.name).replace(path.with_suffix(".parquet"))
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return Piece(path.with_suffix(".parquet"), len(table))


def main(data: str) -> None:
    """Lays what is full, for a process of its own that takes no time from others."""
    os.nice(19)
    log = Log(Path(data) / "log.sqlite")
    try:
        drain(log, Path(data), log.marks().event)
    finally:
        log.close()


if __name__ == "__main__":
    main(sys.argv[1])

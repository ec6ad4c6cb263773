"""The log's full blocks as sorted files: laid once, read ever after. Derived from the log, and deletable."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from cesta.model.errors import CestaError
from cesta.store.log import Log
from cesta.store.passing import passing
from cesta.store.shards import table_of, write_shards

LAYOUT = 1
"""Grows with every change of the files, so that those of another Cesta are made anew."""
FOLDER = "drained"
LAID, NONE = ".parquet", ".none"
"""A piece, and the sign that a block has nothing of which one could be laid."""
PAGE = 10_000
END = "select seq, source, message_id from events where seq {} ? order by seq {} limit 1"
CHANGED = "select changes from changed_blocks where block = ?"


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
    pieces, size, names = list[Piece](), block_size(log), _names(log, newest)
    for path in _files(data):
        # Whoever has seen more of the log may be laying what comes after.
        if path.stem not in names and int(path.stem.partition("-")[0]) < len(names):
            path.unlink(missing_ok=True)
    for block, name in enumerate(names):
        try:
            pieces.append(_find(data / FOLDER / name) or _lay(log, data, block, name))
        except (OSError, CestaError):
            break
    return Drained(tuple(pieces), max(0, len(pieces) * size - 1))


def full_blocks(log: Log) -> int:
    """How many blocks of the log are full by now."""
    return (log.marks().event + 1) // block_size(log)


def is_behind(log: Log, data: Path) -> bool:
    """Whether a full block has no piece."""
    return not {path.stem for path in _files(data)}.issuperset(_names(log, log.marks().event))


def forget_changed(log: Log, data: Path) -> None:
    """Removes the pieces whose rows have changed since: an erased customer stands in none of the others."""
    names = _names(log, log.marks().event)
    for path in _files(data):
        if path.stem not in names:
            path.unlink(missing_ok=True)


def forget(data: Path) -> None:
    """Removes all pieces; they are laid again when somebody asks."""
    shutil.rmtree(data / FOLDER, ignore_errors=True)


def block_size(log: Log) -> int:
    """So many numbers of events are drained as one."""
    return int(log.read("select block from meta")[0][0])


def _names(log: Log, newest: int) -> list[str]:
    return [_name(log, block) for block in range((newest + 1) // block_size(log))]


def _name(log: Log, block: int) -> str:
    """The name of a full block's piece: it changes when any of its rows does."""
    ((known, size),) = log.read("select name, block from meta")
    changes = log.read(CHANGED, (block,))
    # A copy of the log that was put back, and went on otherwise, differs in these.
    first = log.read(END.format(">=", "asc"), (block * size,))
    last = log.read(END.format("<", "desc"), ((block + 1) * size,))
    state = repr((LAYOUT, known, size, block, changes, first, last))
    return f"{block:06d}-{hashlib.sha256(state.encode()).hexdigest()[:16]}"


def _files(data: Path) -> list[Path]:
    folder = data / FOLDER
    return [path for path in folder.iterdir() if path.suffix in (LAID, NONE)] if folder.is_dir() else []


def _find(path: Path) -> Piece | None:
    """The piece, if it was laid."""
    if path.with_suffix(NONE).exists():
        return Piece(None, 0)
    laid = path.with_suffix(LAID)
    try:
        return Piece(laid, pq.read_metadata(laid).num_rows) if laid.exists() else None
    except (OSError, ValueError):
        return None


def _lay(log: Log, data: Path, block: int, name: str) -> Piece:
    """Writes the piece beside its place first: a reader sees all of it or nothing."""
    size, path = block_size(log), data / FOLDER / name
    first, last = block * size - 1, (block + 1) * size - 1
    # A page at a time: as Python's objects a block takes many times the memory of its columns.
    pages = (log.events_between(low, min(low + PAGE, last)) for low in range(first, last, PAGE))
    tables = [table_of(page).drop_columns(["source", "message_id"]) for page in pages if page]
    path.parent.mkdir(exist_ok=True)
    if not tables:
        path.with_suffix(NONE).touch()
        return Piece(None, 0)
    table, laid = pa.concat_tables(tables, promote_options="default"), path.with_suffix(LAID)
    with passing(data, "drain") as beside:
        (shard,) = write_shards(beside, name, table, len(table))
        (beside / shard.name).replace(laid)
    if _name(log, block) != name:
        # Whoever erased a customer meanwhile has looked for pieces of hers already.
        laid.unlink(missing_ok=True)
        raise FileNotFoundError(laid)
    return Piece(laid, len(table))


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

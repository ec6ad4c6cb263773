"""The rows of a load until they are sealed: in memory while they are few, else in files by customer that vanish."""

from __future__ import annotations

import fcntl
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa

from cesta.store.content import Hashes, hash_texts
from cesta.store.disk import having_room
from cesta.store.shards import laid_out

MOST_ROWS = 4_000_000
MOST_BYTES = 512 * 1024 * 1024
PARTS = 64
"""Files by customer: each customer's rows are in one of them, in the order they came."""
NUMBER = "_number"
"""The column that says the how-manieth row of the load this is."""
PREFIX = "sealing-"
JUST_MADE = 60.0
"""Seconds in which a folder may still be about to get its lock."""


class Spill:
    """Rows as they come. Close it, or use it in a `with` block: nothing of it stays."""

    def __init__(self, data: Path) -> None:
        self.rows = 0
        self._data = data
        self._folder: Path | None = None
        self._held: list[pa.Table] = []
        self._held_rows = self._held_bytes = 0
        self._hashes: list[Hashes] = []
        self._sizes = np.zeros(PARTS, np.int64)
        self._written: list[list[Path]] = [[] for _ in range(PARTS)]

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def add(self, table: pa.Table) -> None:
        """Takes rows laid out as in a shard."""
        if not len(table):
            return
        table = laid_out(table)
        self._hashes.append(hash_texts(table["message_id"]))
        numbers = np.arange(self.rows, self.rows + len(table))
        table = table.append_column(NUMBER, pa.array(numbers, pa.int64()))
        self.rows += len(table)
        self._held.append(table)
        self._held_rows += len(table)
        self._held_bytes += table.nbytes
        if self._held_rows > MOST_ROWS or self._held_bytes > MOST_BYTES:
            self._write_down()

    def hashes(self) -> Hashes:
        """The hash of each row's message id, in the order the rows came."""
        return np.concatenate(self._hashes) if self._hashes else np.zeros(0, np.uint64)

    def tables(self, columns: list[str]) -> Iterator[pa.Table]:
        """These columns of every row, in no order."""
        for table in self._held:
            yield table.select(columns)
        for paths in self._written:
            for path in paths:
                yield _read(path, columns)

    def groups(self, most: int) -> Iterator[pa.Table]:
        """Every row once: customers whole, their rows in the order they came, at least so many but for the last."""
        if self._folder is None:
            if self._held:
                yield pa.concat_tables(self._held, promote_options="default")
            return
        self._write_down()
        begun: list[Path] = []
        rows = 0
        for part, paths in enumerate(self._written):
            begun += paths
            rows += int(self._sizes[part])
            if begun and (rows >= most or part == PARTS - 1):
                yield pa.concat_tables([_read(path) for path in begun], promote_options="default")
                begun, rows = [], 0

    def close(self) -> None:
        if self._folder is not None:
            self._lock.close()
            shutil.rmtree(self._folder, ignore_errors=True)
            self._folder = None
        self._held = []

    def _write_down(self) -> None:
        """Moves what is held to the disk."""
        with having_room(self._data):
            folder = self._own_folder()
            sorted_tables, bounds = [], []
            for table in self._held:
                parts = (hash_texts(table["customer"]) >> np.uint64(58)).astype(np.int64)
                order = np.argsort(parts, kind="stable")
                sorted_tables.append(table.take(pa.array(order)))
                bounds.append(np.searchsorted(parts[order], np.arange(PARTS + 1)))
            self._held = []
            for part in range(PARTS):
                slices = [
                    table.slice(bound[part], bound[part + 1] - bound[part])
                    for table, bound in zip(sorted_tables, bounds, strict=True)
                    if bound[part + 1] > bound[part]
                ]
                if slices:
                    path = folder / f"{part:02d}-{len(self._written[part])}.arrow"
                    self._sizes[part] += _write(path, pa.concat_tables(slices, promote_options="default"))
                    self._written[part].append(path)
        self._held_rows = self._held_bytes = 0

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = Path(tempfile.mkdtemp(dir=self._data, prefix=PREFIX))
            # Whoever sweeps sees by this lock that someone is still at it.
            self._lock = (self._folder / "lock").open("w")
            fcntl.flock(self._lock, fcntl.LOCK_EX)
        return self._folder


def sweep_spills(data: Path) -> list[str]:
    """Removes the folders of loads whose process is gone, and names them."""
    swept = []
    for folder in sorted(data.glob(f"{PREFIX}*")):
        try:
            with (folder / "lock").open("w") as handle:
                fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            continue
        except FileNotFoundError:
            if time.time() - folder.stat().st_mtime < JUST_MADE:
                continue
        shutil.rmtree(folder, ignore_errors=True)
        swept.append(folder.name)
    return swept


def _write(path: Path, table: pa.Table) -> int:
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema, options=options) as writer:
        writer.write_table(table)
    return len(table)


def _read(path: Path, columns: list[str] | None = None) -> pa.Table:
    with pa.OSFile(str(path), "rb") as file:
        schema = pa.ipc.open_file(file).schema
        wanted = None if columns is None else [schema.get_field_index(name) for name in columns]
        return pa.ipc.open_file(file, options=pa.ipc.IpcReadOptions(included_fields=wanted)).read_all()

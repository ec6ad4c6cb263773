"""Rows on the disk in runs sorted by customer, read back together: range after range of customers, each one whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

ROWS_AT_ONCE = 16_384
"""Rows that are read at a time of each run."""


@dataclass(frozen=True, slots=True)
class Run:
    """A file of rows by customer. `firsts`: the first customer of each batch of it."""

    path: Path
    firsts: pa.Array


def write_run(path: Path, table: pa.Table) -> Run:
    """Writes rows that are in order of their customers."""
    options = pa.ipc.IpcWriteOptions(compression="lz4")
    table = table.combine_chunks()
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema, options=options) as writer:
        writer.write_table(table, max_chunksize=ROWS_AT_ONCE)
    return Run(path, table["customer"].take(pa.array(range(0, len(table), ROWS_AT_ONCE))).combine_chunks())


def batches(run: Run, columns: Sequence[str] | None = None) -> Iterator[pa.RecordBatch]:
    """The rows of a run, these columns of them as far as it has them, batch by batch."""
    for number in range(len(run.firsts)):
        # Opened for each batch: a long load has more runs than a process may have open files.
        with pa.OSFile(str(run.path), "rb") as file:
            options = pa.ipc.IpcReadOptions(use_threads=False)
            if columns is not None:
                names = pa.ipc.open_file(file).schema.names
                options.included_fields = [names.index(name) for name in columns if name in names]
            yield pa.ipc.open_file(file, options=options).get_batch(number)


def ranges(runs: Sequence[Run], rows: int) -> Iterator[pa.Table]:
    """All rows in tables of about so many: customers ascending from table to table, each one in one of them.

    A customer's rows stand in the order of the runs, and as they stand in each.
    """
    cursors = [_Cursor(run) for run in runs]
    for end in (*_ends(runs, rows), None):
        parts = [part for cursor in cursors for part in cursor.below(end)]
        if parts:
            yield pa.concat_tables(parts, promote_options="default")


def _ends(runs: Sequence[Run], rows: int) -> list[str]:
    """The customers with which ranges begin: batches are of one size, so where they begin tells where rows are."""
    firsts = pa.chunked_array([run.firsts for run in runs], pa.string()).combine_chunks()
    step = max(1, rows // ROWS_AT_ONCE)
    chosen = firsts.take(pc.array_sort_indices(firsts))[step::step]
    ends: list[str] = pc.unique(chosen).to_pylist()
    return ends


class _Cursor:
    """How far a run is read."""

    def __init__(self, run: Run) -> None:
        self._batches = batches(run)
        self._held = next(self._batches, None)

    def below(self, end: str | None) -> Iterator[pa.Table]:
        """The next rows, up to the first of this customer or a later one."""
        while self._held is not None:
            customers = self._held["customer"]
            count = len(customers) if end is None else int(pc.sum(pc.less(customers, end)).as_py() or 0)
            if count:
                yield pa.Table.from_batches([self._held.slice(0, count)])
            if count < len(customers):
                self._held = self._held.slice(count)
                return
            self._held = next(self._batches, None)

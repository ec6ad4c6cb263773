"""The rows of a load until they are sealed: in memory while they are few, else on the disk in runs that vanish."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Self

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from cesta.store.content import hash_texts
from cesta.store.disk import having_room
from cesta.store.order import by_customer
from cesta.store.passing import Passing
from cesta.store.runs import Run, batches, ranges, write_run
from cesta.store.shards import laid_out
from cesta.store.tally import Tally

MOST_ROWS = 400_000
MOST_BYTES = 128 * 1024 * 1024
ROWS_IN_A_GROUP = 200_000
NUMBER = "_number"
"""The column that says the how-manieth row of the load this is."""
TWIN = "_twin"
"""The column that says of what kind a row without an id is, where its message id alone does not."""
OWN = "_"
"""What the names of columns that a load needs for itself begin with: no shard has them."""
NO_LOT = -1


class Spill:
    """Rows as they come. Close it, or use it in a `with` block: nothing of it stays.

    ids: hashes of all message ids; twins: what stands in the column TWIN.
    """

    def __init__(self, data: Path) -> None:
        self.rows = 0
        self.ids, self.twins = Tally(), Tally()
        self._data = data
        self._folder: Passing | None = None
        self._held: list[pa.Table] = []
        self._held_rows = self._held_bytes = 0
        self._schema: pa.Schema | None = None
        self._runs: list[Run] = []
        self._lots: list[tuple[int, int]] = []
        self._worker = ThreadPoolExecutor(1)
        self._under_way: Future[None] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def add(self, table: pa.Table, lot: int | None = None) -> None:
        """Takes rows laid out as in a shard. `lot`: they have no id, and equal ones of a lot are told apart by number.

        Raises disk_full.
        """
        if not len(table):
            return
        own = {name: table[name] for name in table.column_names if name.startswith(OWN)}
        table = laid_out(table.drop_columns(list(own)))
        self.ids.add(hash_texts(table["message_id"]))
        own[NUMBER] = pa.array(np.arange(self.rows, self.rows + len(table)), pa.int64())
        for name, column in own.items():
            table = table.append_column(name, column)
        if TWIN in own:
            self.twins.add(own[TWIN].to_numpy())
        known = table.schema if self._schema is None else self._schema
        self._schema = pa.unify_schemas([known, table.schema])
        mine = NO_LOT if lot is None else lot
        if not self._lots or self._lots[-1][1] != mine:
            self._lots.append((self.rows, mine))
        self.rows += len(table)
        self._held.append(table)
        self._held_rows += len(table)
        self._held_bytes += table.nbytes
        if self._held_rows > MOST_ROWS or self._held_bytes > MOST_BYTES:
            self._write_down()

    def has_lots(self) -> bool:
        return any(lot != NO_LOT for _, lot in self._lots)

    def lots_of(self, numbers: NDArray[np.int64]) -> NDArray[np.int64]:
        """The lot of each row by its number, NO_LOT where it has none."""
        begins, lots = (np.array(part, np.int64) for part in zip(*self._lots, strict=True))
        found: NDArray[np.int64] = lots[np.searchsorted(begins, numbers, side="right") - 1]
        return found

    def tables(self, columns: list[str]) -> Iterator[pa.Table]:
        """These columns of every row, as far as there are such columns, in no order."""
        self._settle()
        for table in self._held:
            yield table.select([name for name in columns if name in table.column_names])
        for run in self._runs:
            for batch in batches(run, columns):
                yield pa.Table.from_batches([batch])

    def groups(self, rows: int = ROWS_IN_A_GROUP) -> Iterator[pa.Table]:
        """Every row once in tables of one schema: customers ascend from each to the next, none is in two.

        A customer's rows stand in the order they came. From memory all come as one, else about so many in each.
        """
        if self._schema is None:
            return
        none = self._schema.empty_table()
        if self._folder is None:
            yield pa.concat_tables([none, *self._held], promote_options="default")
            return
        self._write_down()
        self._settle()
        for group in ranges(self._runs, rows):
            yield pa.concat_tables([none, group], promote_options="default")

    def close(self) -> None:
        with suppress(Exception):
            self._settle()
        self._worker.shutdown()
        if self._folder is not None:
            self._folder.close()
            self._folder = None
        self._held, self._runs = [], []

    def _write_down(self) -> None:
        """Moves what is held to the disk, in another thread."""
        self._settle()
        if not self._held:
            return
        tables, self._held = self._held, []
        self._held_rows = self._held_bytes = 0
        with having_room(self._data):
            folder = self._own_folder()
            self.ids.put_down(folder / "ids")
            self.twins.put_down(folder / "twins")
        path = folder / f"{len(self._runs):06d}.arrow"
        self._under_way = self._worker.submit(self._write, path, tables)

    def _write(self, path: Path, tables: list[pa.Table]) -> None:
        with having_room(self._data):
            self._runs.append(write_run(path, by_customer(pa.concat_tables(tables, promote_options="default"))))

    def _settle(self) -> None:
        """Waits for what is being written. Raises disk_full."""
        if self._under_way is not None:
            under_way, self._under_way = self._under_way, None
            under_way.result()

    def _own_folder(self) -> Path:
        if self._folder is None:
            self._folder = Passing(self._data, "rows")
        return self._folder.path

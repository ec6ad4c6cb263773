"""A shard without some of its rows: a file of its own, on the disk before it takes the other's place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cesta.store.loads import ShardEntry
from cesta.store.mask import Mask, pack, unpack
from cesta.store.shards import customers_in, write_shards


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A shard, what takes its place (None: nothing is left), how many rows are gone, and whose they were."""

    was: ShardEntry
    now: ShardEntry | None
    rows: int
    customers: frozenset[str]


def rewritten(folder: Path, shard: ShardEntry, ids: Sequence[str], number: int) -> Rewritten | None:
    """Writes the shard without the rows of these customers, named by this number; None where it has none of them."""
    path = folder / shard.name
    wanted = pa.array(sorted(ids), pa.string())
    if not _may_have(path, wanted):
        return None
    with pq.ParquetFile(path) as file:
        theirs: Mask = pc.is_in(file.read(columns=["customer"])["customer"], value_set=wanted).to_numpy()
    return without_rows(folder, shard, theirs, number) if theirs.any() else None


def without_rows(folder: Path, shard: ShardEntry, leaving: Mask, number: int) -> Rewritten:
    """Writes the shard without these rows, of which there is one at least."""
    with pq.ParquetFile(folder / shard.name) as file:
        table = file.read()
    gone = frozenset(pc.unique(table["customer"].filter(pa.array(leaving))).to_pylist())
    rows = int(leaving.sum())
    if rows == len(table):
        return Rewritten(shard, None, rows, gone)
    kept = table.filter(pa.array(~leaving))
    unset = [name for name in kept.column_names if "." in name and kept[name].null_count == len(kept)]
    (entry,) = write_shards(folder, shard.load_id, kept.drop_columns(unset), len(kept), first=number, part=shard.part)
    hidden = unpack(shard.hidden, shard.events)[~leaving]
    customers = len(customers_in(folder / entry.name, hidden if hidden.any() else None))
    now = replace(entry, customers=customers, hidden=pack(hidden), hidden_count=int(hidden.sum()))
    return Rewritten(shard, now, rows, gone)


def _may_have(path: Path, wanted: pa.Array) -> bool:
    """Whether any row group could have one of these customers, by the first and last in it."""
    ids = np.array(wanted.to_pylist(), object)
    with pq.ParquetFile(path) as file:
        place = file.schema_arrow.names.index("customer")
        for group in range(file.num_row_groups):
            known = file.metadata.row_group(group).column(place).statistics
            if known is None or not known.has_min_max:
                return True
            if ((ids >= known.min) & (ids <= known.max)).any():
                return True
    return False

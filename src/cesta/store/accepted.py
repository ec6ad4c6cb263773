"""Everything that was accepted and counts, one by one: what the loads hold, then the log in the order it came."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cesta.model.arrival import Arrival
from cesta.model.event import Event, Value
from cesta.store.loads import ShardEntry
from cesta.store.mask import unpack
from cesta.store.shards import KINDS
from cesta.store.workspace import Workspace

AT_ONCE = 20_000
ROWS = (
    "select seq, source, message_id, customer, name, time, properties, assumed, type, raw, received, ids, original,"
    " sent from events where {}hidden = 0 and seq > ? order by seq limit ?"
)


def accepted(workspace: Workspace) -> Iterator[Arrival]:
    """Nothing but a page of them is held in memory. `raw` is empty where no client sent a message."""
    for shard in workspace.log.shards():
        yield from _of_shard(workspace, shard)
    for _, arrival in arrived_after(workspace, 0):
        yield arrival


def accepted_by(workspace: Workspace, ids: Collection[str]) -> Iterator[Arrival]:
    """The same of these ids alone. Shards are in order of ids, so little of them is read; of the log all is."""
    wanted = pa.array(sorted(ids), pa.string())
    for shard in workspace.log.shards():
        yield from _by_of_shard(workspace, shard, wanted)
    theirs = "customer in (select value from json_each(?)) and "
    for page in workspace.log.pages(ROWS.format(theirs), (json.dumps(sorted(ids)),), AT_ONCE):
        for row in page:
            yield _of_log(row)


def arrived_after(workspace: Workspace, last: int) -> Iterator[tuple[int, Arrival]]:
    """What the log holds beyond its event of this number, each with its own."""
    for page in workspace.log.pages(ROWS.format(""), (), AT_ONCE, after=last):
        for row in page:
            yield row[0], _of_log(row)


def _of_log(row: tuple[Any, ...]) -> Arrival:
    _, source, message_id, customer, name, time, properties, assumed, kind, raw, received, ids, original, sent = row
    event = Event(source, message_id, customer, name, time, json.loads(properties), bool(assumed))
    return Arrival(event, kind, raw or "", received, json.loads(ids) if ids else {}, original, sent)


def _of_shard(workspace: Workspace, shard: ShardEntry) -> Iterator[Arrival]:
    counts = ~unpack(shard.hidden, shard.events)
    with pq.ParquetFile(workspace.shard_folder / shard.name) as file:
        place = 0
        for batch in file.iter_batches(AT_ONCE):
            chosen = np.flatnonzero(counts[place : place + len(batch)])
            place += len(batch)
            for event in _events(batch.take(pa.array(chosen))):
                yield Arrival(event, "track", "", 0)


def _by_of_shard(workspace: Workspace, shard: ShardEntry, wanted: pa.Array) -> Iterator[Arrival]:
    counts = ~unpack(shard.hidden, shard.events)
    low, high = wanted[0].as_py(), wanted[-1].as_py()
    with pq.ParquetFile(workspace.shard_folder / shard.name) as file:
        column = file.schema_arrow.names.index("customer")
        place = 0
        for group in range(file.num_row_groups):
            about = file.metadata.row_group(group)
            here, place = counts[place : place + about.num_rows], place + about.num_rows
            known = about.column(column).statistics
            if known is not None and known.has_min_max and (known.max < low or known.min > high):
                continue
            customers = file.read_row_group(group, columns=["customer"])["customer"]
            mine = np.flatnonzero(pc.is_in(customers, value_set=wanted).to_numpy() & here)
            if len(mine):
                for batch in file.read_row_group(group).take(pa.array(mine)).to_batches():
                    for event in _events(batch):
                        yield Arrival(event, "track", "", 0)


def _events(batch: pa.RecordBatch) -> Iterator[Event]:
    named = [name for name in batch.schema.names if name.partition(".")[0] in KINDS and "." in name]
    heads = ("source", "message_id", "customer", "event", "assumed_time")
    columns = [batch[name].to_pylist() for name in heads]
    times = batch["time"].cast(pa.int64()).to_pylist()
    properties = [(name.partition(".")[2], batch[name].to_pylist()) for name in named]
    for place, (source, message_id, customer, name, assumed) in enumerate(zip(*columns, strict=True)):
        values: dict[str, Value] = {key: each[place] for key, each in properties if each[place] is not None}
        yield Event(source, message_id, customer, name, times[place], values, assumed)

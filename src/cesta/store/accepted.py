"""Every event that counts, one by one: those of the loads, then those of the log in the order they were accepted."""

from __future__ import annotations

import json
from collections.abc import Iterator

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from cesta.model.event import Event, Value
from cesta.store.loads import ShardEntry
from cesta.store.mask import unpack
from cesta.store.shards import KINDS
from cesta.store.workspace import Workspace

AT_ONCE = 20_000


def accepted(workspace: Workspace) -> Iterator[Event]:
    """Nothing but a page of them is held in memory."""
    for shard in workspace.log.shards():
        yield from _of_shard(workspace, shard)
    statement = (
        "select seq, source, message_id, customer, name, time, properties, assumed from events"
        " where hidden = 0 and seq > ? order by seq limit ?"
    )
    for page in workspace.log.pages(statement, (), AT_ONCE):
        for _, source, message_id, customer, name, time, properties, assumed in page:
            yield Event(source, message_id, customer, name, time, json.loads(properties), bool(assumed))


def _of_shard(workspace: Workspace, shard: ShardEntry) -> Iterator[Event]:
    counts = ~unpack(shard.hidden, shard.events)
    with pq.ParquetFile(workspace.shard_folder / shard.name) as file:
        place = 0
        for batch in file.iter_batches(AT_ONCE):
            chosen = np.flatnonzero(counts[place : place + len(batch)])
            place += len(batch)
            yield from _events(batch.take(pa.array(chosen)))


def _events(batch: pa.RecordBatch) -> Iterator[Event]:
    named = [name for name in batch.schema.names if name.partition(".")[0] in KINDS and "." in name]
    heads = ("source", "message_id", "customer", "event", "assumed_time")
    columns = [batch[name].to_pylist() for name in heads]
    times = batch["time"].cast(pa.int64()).to_pylist()
    properties = [(name.partition(".")[2], batch[name].to_pylist()) for name in named]
    for place, (source, message_id, customer, name, assumed) in enumerate(zip(*columns, strict=True)):
        values: dict[str, Value] = {key: each[place] for key, each in properties if each[place] is not None}
        yield Event(source, message_id, customer, name, times[place], values, assumed)

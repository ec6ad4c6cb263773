"""A block's columns as an Arrow table, whose types are the same for every block, and how Parquet best keeps them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
from numpy.typing import NDArray

from cesta.samples.retail.disorder import arriving_late, customer_column
from cesta.samples.retail.events import Block, Column, columns, event_column, message_numbers
from cesta.samples.retail.lines import message_ids

TYPES = {
    "text": pa.dictionary(pa.int32(), pa.string()),
    "int": pa.int32(),
    "cents": pa.float64(),
    "flag": pa.bool_(),
    "time": pa.timestamp("us", tz="UTC"),
}
ALL_DIFFERENT = ("ts", "message_id")
"""Columns whose values are hardly ever equal: a dictionary would not make them smaller."""
LONGEST_DICTIONARY = 2**24
"""Bytes, more than a block's texts. A dictionary that is given up half-way leaves other bytes each time."""


def table(block: Block) -> pa.Table:
    """The block's events as they come in; types follow from the kinds of columns, never from what is in the block."""
    late = arriving_late(block)
    head = (customer_column(late), event_column(late), Column("ts", "time", late.times))
    arrays = {column.name: _array(column) for column in head}
    arrays["message_id"] = _message_ids(late)
    return pa.table(arrays | {column.name: _array(column) for column in columns(late)})


def opened(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    """A file in which texts are texts for every reader; its size and speed come from the dictionaries inside.

    Least and greatest values are kept of times only: in columns that are mostly empty they take longer than all else.
    """
    kept = [name for name in schema.names if name not in ALL_DIFFERENT]
    return pq.ParquetWriter(
        path, schema, compression="zstd", use_dictionary=kept, dictionary_pagesize_limit=LONGEST_DICTIONARY,
        write_statistics=["ts"], store_schema=False,
    )  # fmt: skip


def _message_ids(block: Block) -> pa.Array:
    data, places = message_ids(message_numbers(block))
    return pa.StringArray.from_buffers(len(block.times), pa.py_buffer(places), pa.py_buffer(data))


def _array(column: Column) -> pa.Array:
    """The column over the memory it already has; -1 is nothing."""
    type_, count, there = TYPES[column.kind], len(column.numbers), column.numbers >= 0
    nulls = count - int(np.count_nonzero(there))
    known = _bits(there) if nulls else None
    match column.kind:
        case "text":
            values = pa.array(column.values, pa.string())
            codes = pa.py_buffer(np.ascontiguousarray(column.numbers, np.int32))
            return pa.DictionaryArray.from_buffers(type_, count, [known, codes], values, nulls)
        case "cents":
            data = pa.py_buffer(column.numbers / 100)
        case "flag":
            data = _bits(column.numbers > 0)
        case "time":
            data = pa.py_buffer(np.ascontiguousarray(column.numbers, np.int64))
        case _:
            data = pa.py_buffer(np.ascontiguousarray(column.numbers, np.int32))
    return pa.Array.from_buffers(type_, count, [known, data], nulls)


def _bits(flags: NDArray[np.bool_]) -> pa.Buffer:
    return pa.py_buffer(np.packbits(flags, bitorder="little"))

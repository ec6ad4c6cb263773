"""The order of rows: by customer in code point order, then by time, then as they came."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

Places = NDArray[np.int64]
UNITS = (1_000_000, 1_000)
"""Most sources write times in whole seconds or milliseconds: counted so, they are shorter numbers."""


def ranks(texts: pa.ChunkedArray) -> Places:
    """For each text its place among the distinct ones.

    >>> ranks(pa.chunked_array([["b", "a", "b"]])).tolist()
    [1, 0, 1]
    """
    coded = texts.combine_chunks().dictionary_encode()
    rank = np.empty(len(coded.dictionary), np.int64)
    # Bytes of UTF-8 are in the same order as the characters.
    rank[pc.array_sort_indices(coded.dictionary).to_numpy()] = np.arange(len(rank))
    found: Places = rank[coded.indices.to_numpy()]
    return found


def by_customer(table: pa.Table) -> pa.Table:
    """The rows by customer; each one's as they came."""
    if not len(table):
        return table
    owners = ranks(table["customer"])
    bits = len(owners).bit_length()
    packed = np.sort((owners << bits) | np.arange(len(owners)))
    return taken(table, packed & ((1 << bits) - 1))


def by_customer_and_time(table: pa.Table) -> tuple[pa.Table, Places]:
    """The rows by customer and time, and the places at which customers begin."""
    owners = ranks(table["customer"])
    order = by_owner_and_time(owners, table["time"].cast(pa.int64()).to_numpy())
    return taken(table, order), np.flatnonzero(np.diff(owners[order], prepend=-1))


def by_owner_and_time(owners: Places, times: Places) -> Places:
    """The order by owner, time and place."""
    if not len(times):
        return np.zeros(0, np.int64)
    after = _shortened(times - times.min())
    bits = int(after.max()).bit_length()
    if bits + int(owners.max()).bit_length() > 63:
        return np.lexsort((times, owners)).astype(np.int64)
    # Both as one number sort in a fraction of the time; rows that share it are put back in their order.
    keys = (owners << bits) | after
    order = np.argsort(keys)
    same = np.concatenate(([False], np.diff(keys[order]) == 0))
    tied = same | np.append(same[1:], False)
    groups = np.cumsum(~same)[tied]
    places = order[tied]
    order[tied] = places[np.lexsort((places, groups))]
    return order.astype(np.int64)


def taken(table: pa.Table, order: Places) -> pa.Table:
    """The rows in this order, two columns at a time."""
    places = pa.array(order)
    with ThreadPoolExecutor(2) as pool:
        columns = list(pool.map(lambda column: column.take(places), table.columns))
    return pa.table(columns, schema=table.schema)


def _shortened(times: Places) -> Places:
    """Times from 0 on in the longest unit in which they are whole."""
    for unit in UNITS:
        if not (times % unit).any():
            return times // unit
    return times

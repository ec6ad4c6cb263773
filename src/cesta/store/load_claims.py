"""What rows of loads claim once some of them are gone: a claim goes with the last row that can have said it."""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from cesta.identity.naming import PLAIN
from cesta.store.loads import read_shards
from cesta.store.log import Log
from cesta.store.rewriting import Rewritten

CLAIMS = "select seq, time, last, event, customer, ids from load_claims where load_id = ?"
Row = tuple[str, str | None]
"""A customer and what happened; None: anything."""
Left = tuple[int, int | None]
"""The number of a claim, and the time of the first row that still says it; None: no row does."""


def claims_left(log: Log, folder: Path, shards: Sequence[Rewritten]) -> list[Left]:
    """The claims of loads that are others once these shards take the place of those before.

    Claims that an older Cesta noted do not say which event they were of: they go with the customer's last row.
    """
    gone = defaultdict[str, set[str]](set)
    for shard in shards:
        gone[shard.was.load_id] |= shard.customers
    now = {shard.was.name: shard.now for shard in shards}
    found: list[Left] = []
    for load_id, customers in gone.items():
        claims = [
            (seq, first, last, event, concerned)
            for seq, first, last, event, customer, ids in log.read(CLAIMS, (load_id,))
            if (concerned := _customers(customer, ids) & customers)
        ]
        if claims:
            with log.reading() as sql:
                places = [now.get(shard.name, shard) for shard in read_shards(sql, [load_id])]
            named = {one for *_, concerned in claims for one in concerned}
            times = _times((folder / place.name for place in places if place is not None), named)
            found += _changed(claims, times)
    return found


def retire(sql: sqlite3.Connection, left: Iterable[Left]) -> None:
    """Writes what claims are left, in the caller's transaction."""
    for seq, first in left:
        if first is None:
            sql.execute("delete from load_claims where seq = ?", (seq,))
        else:
            sql.execute("update load_claims set time = ? where seq = ?", (first, seq))


def _changed(
    claims: Iterable[tuple[int, int, int | None, str | None, Set[str]]], times: dict[Row, list[int]]
) -> Iterator[Left]:
    for seq, first, last, event, customers in claims:
        said = [_first(times.get((one, event), []), first, last) for one in customers]
        earliest = min((time for time in said if time is not None), default=None)
        if earliest != first:
            yield seq, earliest


def _first(times: list[int], first: int, last: int | None) -> int | None:
    """The earliest of these moments that lies between the two."""
    place = bisect_left(times, first)
    return times[place] if place < len(times) and (last is None or times[place] <= last) else None


def _customers(customer: str | None, ids: str) -> set[str]:
    """Under whom the rows stand that a claim is of: where users' ids call them it may be any of these."""
    return {customer} if customer is not None else {value for kind, value in json.loads(ids) if kind in PLAIN}


def _times(paths: Iterable[Path], customers: Set[str]) -> dict[Row, list[int]]:
    """When rows of these customers happened, by event and in all, ascending."""
    found = defaultdict[Row, list[int]](list)
    wanted = pa.array(sorted(customers), pa.string())
    for path in paths:
        with pq.ParquetFile(path) as file:
            table = file.read(columns=["customer", "event", "time"])
        theirs = table.filter(pc.is_in(table["customer"], value_set=wanted))
        moments = theirs["time"].cast(pa.int64()).to_pylist()
        for one, event, time in zip(theirs["customer"].to_pylist(), theirs["event"].to_pylist(), moments, strict=True):
            found[one, event].append(time)
            found[one, None].append(time)
    return {row: sorted(times) for row, times in found.items()}

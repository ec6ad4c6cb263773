"""Which ids the rows of a load name of one person: collected while it is read, kept with it, gone with it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from cesta.identity.naming import PLAIN, bare_of, key_of, written
from cesta.ingest.mapping import EventMapping
from cesta.ingest.row_query import IDS
from cesta.store.loads import next_place

INSERT = "insert into load_claims (load_id, place, time, customer, ids) values (?, ?, ?, ?, ?)"
Row = tuple[str | None, str]
"""How the customer is called, where she is not by a user's id; and all ids as JSON."""


def called(customers: Any, kind: str, country: str | None) -> Any:
    """How the rows' customers are called: as they are, or where another kind of id names them with the kind.

    >>> called(pa.chunked_array([["ann@Mail.example", None, "?"]]), "email", None).to_pylist()
    ['email:ann@mail.example', None, 'email:?']
    """
    if kind in PLAIN:
        return customers
    texts = pc.unique(customers)
    names = [None if text is None else key_of(kind, written(kind, text, country) or text) for text in texts.to_pylist()]
    return pa.array(names, pa.string()).take(pc.index_in(customers.combine_chunks(), texts))


def claimed(
    raw: pa.Table, customers: Any, times: NDArray[np.int64], good: NDArray[np.bool_], event: EventMapping
) -> pa.Table | None:
    """The ids of those rows that are events, each set of ids once with its first time; None where all are users'."""
    if not event.ids and event.customer_is in PLAIN:
        return None
    names = [IDS + kind for kind in event.ids]
    table = pa.table({"customer": customers, "time": pa.array(times), **{name: raw[name] for name in names}})
    found = table.filter(pa.array(good)).group_by(["customer", *names]).aggregate([("time", "min")])
    return found.append_column("kind", pa.array([event.customer_is] * len(found), pa.string()))


class Claimed:
    """What all rows of a load claim."""

    def __init__(self) -> None:
        self._first: dict[Row, int] = {}

    def add(self, claims: pa.Table | None) -> None:
        """Takes what some of the rows claim."""
        for row in [] if claims is None else claims.to_pylist():
            kind, customer, time = row["kind"], row["customer"], row["time_min"]
            own = (kind, customer if kind in PLAIN else bare_of(customer))
            others = {(name.removeprefix(IDS), text) for name, text in row.items() if name.startswith(IDS) and text}
            said = json.dumps(sorted({own, *others}), ensure_ascii=False, separators=(",", ":"))
            key = (None if kind in PLAIN else customer, said)
            self._first[key] = min(time, self._first.get(key, time))

    def written(self, load_id: str, also: Callable[[sqlite3.Connection], None]) -> Callable[[sqlite3.Connection], None]:
        """Writes it in the load's own step, before `also`; in an order that follows from what the rows say."""

        def write(sql: sqlite3.Connection) -> None:
            place = next_place(sql, "events") - 1
            rows = sorted((time, said, customer) for (customer, said), time in self._first.items())
            sql.executemany(INSERT, [(load_id, place, time, customer, said) for time, said, customer in rows])
            also(sql)

        return write

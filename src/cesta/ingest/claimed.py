"""Which ids the rows of a load name of one person: collected while it is read, kept with it, gone with it."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from cesta.consent.rows import NAMED
from cesta.identity.naming import PLAIN, bare_of, key_of, written
from cesta.store.loads import next_place

INSERT = "insert into load_claims (load_id, place, time, last, event, customer, ids) values (?, ?, ?, ?, ?, ?, ?)"
KIND = "_kind"
"""The column that says by which kind of id a row's customer is called."""
Row = tuple[str | None, str, str]
"""How the customer is called, where she is not by a user's id; all ids as JSON; and what happened."""


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


class Claimed:
    """What all rows of a load claim: each set of ids once for each kind of event, with its first and last time."""

    def __init__(self) -> None:
        self._times: dict[Row, tuple[int, int]] = {}

    def add(self, table: pa.Table) -> None:
        """Takes what some of the rows claim."""
        if KIND not in table.column_names:
            return
        names = ["customer", "event", KIND, *(name for name in table.column_names if name.startswith(NAMED))]
        rows = table.select(names).append_column("time", table["time"].cast(pa.int64()))
        for row in rows.group_by(names).aggregate([("time", "min"), ("time", "max")]).to_pylist():
            kind, customer, first, last = row[KIND], row["customer"], row["time_min"], row["time_max"]
            if kind is None:
                continue
            own = (kind, customer if kind in PLAIN else bare_of(customer))
            others = {(name.removeprefix(NAMED), text) for name, text in row.items() if name.startswith(NAMED) and text}
            said = json.dumps(sorted({own, *others}), ensure_ascii=False, separators=(",", ":"))
            key = (None if kind in PLAIN else customer, said, row["event"])
            before = self._times.get(key, (first, last))
            self._times[key] = min(first, before[0]), max(last, before[1])

    def write(self, sql: sqlite3.Connection, load_id: str) -> None:
        """Writes it in the load's own step; in an order that follows from what the rows say."""
        place = next_place(sql, "events") - 1
        said = [(*times, event, customer, ids) for (customer, ids, event), times in self._times.items()]
        rows = sorted(said, key=lambda row: (row[0], row[4], row[2]))
        sql.executemany(INSERT, [(load_id, place, *row) for row in rows])

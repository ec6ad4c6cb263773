"""Ids that rows of a load named go with the rows, and stay as long as one of them does."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from cesta.ingest.load import load
from cesta.ingest.mapping import parse_mapping
from cesta.model.instant import parse_instant
from cesta.store.columns import Columns
from cesta.store.identity_told import ids_of
from cesta.store.mask import Mask
from cesta.store.removing import remove
from cesta.store.workspace import Workspace

MAPPING = """
id: shop
files: {orders: orders.csv, calls: calls.csv}
events:
  - {event: order, from: orders, customer: login, time: day, time_is: recorded, ids: {email: mail}}
  - {event: call, from: calls, customer: number, customer_is: phone, time: day, time_is: recorded,
     ids: {user_id: login}}
"""
ORDERS = """\
login,day,mail
ann,2024-01-01,old@mail.example
ann,2024-03-01,both@mail.example
ann,2026-01-01,both@mail.example
ann,2026-02-01,new@mail.example
bob,2024-01-01,bob@mail.example
"""
CALLS = "number,day,login\n+48601234567,2024-01-05,ann\n+48601234568,2026-01-05,cid\n"
THEN = parse_instant("2025-01-01T00:00:00Z")


def old(columns: Columns) -> Mask:
    return np.asarray(columns.times < THEN)


def test_claims_go_with_their_rows(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(ORDERS)
    (tmp_path / "calls.csv").write_text(CALLS)
    with Workspace.create(tmp_path / "shop") as workspace:
        load(workspace, parse_mapping(MAPPING), tmp_path)
        assert len(ids_of(workspace, "ann")) == 5
        remove(workspace, old, THEN)
        left = workspace.log.read("select ids, event, time >= ? from load_claims order by seq", (THEN,))
        assert sorted(left) == [
            ('[["email","both@mail.example"],["user_id","ann"]]', "order", 1),
            ('[["email","new@mail.example"],["user_id","ann"]]', "order", 1),
            ('[["phone","+48601234568"],["user_id","cid"]]', "call", 1),
        ]
        assert {one.key for one in ids_of(workspace, "ann")} == {
            "ann", "email:both@mail.example", "email:new@mail.example",
        }  # fmt: skip


def test_what_an_older_cesta_noted_goes_with_the_last_row(tmp_path: Path) -> None:
    (tmp_path / "orders.csv").write_text(ORDERS)
    (tmp_path / "calls.csv").write_text(CALLS)
    with Workspace.create(tmp_path / "shop") as workspace:
        load(workspace, parse_mapping(MAPPING), tmp_path)
        with workspace.log.transaction() as sql:
            sql.execute("update load_claims set event = null, last = null")
        remove(workspace, old, THEN)
        left = workspace.log.read("select ids from load_claims order by seq")
        assert not [row for row in left if "bob" in row[0] or "601234567" in row[0]]
        assert len(left) == 4

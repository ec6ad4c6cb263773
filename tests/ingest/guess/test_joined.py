"""Joined rows are as many as before, with what the others know of them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from cesta.ingest.guess.joined import Fetch, join
from cesta.ingest.guess.links import links_of
from cesta.ingest.guess.seen import Look

Looking = Callable[..., AbstractContextManager[Look]]


def test_lines_are_added_up_and_codes_named(looking: Looking) -> None:
    tables = {
        "orders": "order_id | day\no-1000 | x\no-2000 | y",
        "items": "order_id | product_id | n\no-1000 | p-100 | 1\no-1000 | p-100 | 2\no-2000 | p-200 | 3",
        "products": "product_id | group\np-100 | g1\np-200 | g2\np-300 | g1",
        "names": "group | english\ng1 | toys\ng2 | tools",
    }
    with looking(**tables) as look:
        rows = join(look, look.tables["orders"], links_of(look), Fetch("order_id"), frozenset({"orders"}))
        assert rows.query is not None
        found = look.rows(f"select order_id, items, english from ({rows.query}) order by 1")
    assert found == [("o-1000", 2, "toys"), ("o-2000", 1, "tools")]
    assert rows.name == "orders_known"


def test_alone_a_table_stays_as_it_is(looking: Looking) -> None:
    with looking(orders="order_id | day\no1 | x") as look:
        rows = join(look, look.tables["orders"], (), Fetch("order_id"), frozenset({"orders"}))
    assert (rows.name, rows.query) == ("orders", None)

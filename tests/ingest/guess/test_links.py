"""Tables hang together by columns whose values are another's keys."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from cesta.ingest.guess.links import links_of, ways_from
from cesta.ingest.guess.seen import Look

Looking = Callable[..., AbstractContextManager[Look]]
ORDERS = "order_id | client_id\no1 | c1\no2 | c2\no3 | c1"
CLIENTS = "client_id | city\nc1 | Brno\nc2 | Praha"
ITEMS = "order_id | n | price\no1 | 1 | 5\no1 | 2 | 6\no3 | 1 | 7"


def test_links_and_ways(looking: Looking) -> None:
    with looking(orders=ORDERS, clients=CLIENTS, items=ITEMS) as look:
        links = links_of(look)
    assert {(one.table, one.column, one.to) for one in links} == {
        ("orders", "client_id", "clients"), ("items", "order_id", "orders"),
    }  # fmt: skip
    assert [tuple(link.to for link in way) for way in ways_from(links, "items")] == [("orders",), ("orders", "clients")]


def test_numbers_that_happen_to_be_among_others_are_no_link(looking: Looking) -> None:
    with looking(a="customer_id | quantity\n1 | 2\n2 | 1", b="product_id | price\n1 | 5\n2 | 6\n3 | 7") as look:
        assert links_of(look) == ()


def test_id_of_a_table_named_so(looking: Looking) -> None:
    with looking(visits="customer_id | at\n1 | x\n2 | y", customers="id | city\n1 | a\n2 | b\n3 | c") as look:
        assert [(one.column, one.to, one.key) for one in links_of(look)] == [("customer_id", "customers", "id")]

"""Several files hang together: who, when and what else are fetched from the file that knows."""

from __future__ import annotations

from collections.abc import Callable

from cesta.ingest.guess.guess import Guess
from cesta.ingest.mapping import parse_mapping

Guessed = Callable[..., Guess]
ORDERS = "order_id | customer_id | bought_at | paid_at\n" + "\n".join(
    f"order-{n}a | key-{n}b | 2024-01-0{n} 10:00:00 | 2024-01-0{n} 11:00:00" for n in range(1, 7)
)
CUSTOMERS = "customer_id | customer_unique_id | state\n" + "\n".join(
    f"key-{n}b | person-{n % 3} | {('SP', 'RJ')[n % 2]}" for n in range(1, 7)
)
ITEMS = "order_id | product_id | price\n" + "\n".join(f"order-{n % 6 + 1}a | prod-{n % 4}x | {n},50" for n in range(12))
PRODUCTS = "product_id | category\n" + "\n".join(f"prod-{n}x | {('toys', 'garden')[n % 2]}" for n in range(4))
REVIEWS = "review_id | order_id | answered_at | score\n" + "\n".join(
    f"rev-{n}c | order-{n}a | 2024-02-0{n} 10:00:00 | {n % 5 + 1}" for n in range(1, 7)
)


def test_files_joined_by_key(guessed: Guessed) -> None:
    found = guessed(orders=ORDERS, customers=CUSTOMERS, items=ITEMS, products=PRODUCTS, reviews=REVIEWS)
    assert [event.event for event in found.events] == ["bought", "paid", "review"]
    assert {event.who.columns[0] for event in found.events} == {"customer_unique_id"}
    assert {"items", "price", "category", "state"} <= set(found.events[0].properties)
    assert {table.name: table.use for table in found.tables} == {
        "orders": "events", "customers": "beside", "items": "beside", "products": "beside", "reviews": "events",
    }  # fmt: skip
    assert parse_mapping(found.mapping).tables.keys() == {"orders_known", "reviews_known"}


def test_the_day_may_stand_in_another_file(guessed: Guessed) -> None:
    mailed = "household_id | campaign_id\n" + "\n".join(f"{n % 3 + 100} | {n % 2 + 1}" for n in range(8))
    campaigns = "campaign_id | campaign_type | start_date\n1 | A | 2017-03-03\n2 | B | 2017-03-08"
    found = guessed(mailed=mailed, campaigns=campaigns)
    (event,) = found.events
    assert (event.event, event.who.columns, event.when.columns) == ("mailed", ("household_id",), ("start_date",))


def test_files_without_events_are_told(guessed: Guessed) -> None:
    found = guessed(orders=ORDERS, geo="zip | lat\n01 | 1.5\n02 | 2.5")
    assert [(note.code, note.table) for note in found.notes] == [("unused", "geo")]


def test_equal_names_are_told_apart(guessed: Guessed) -> None:
    text = "author | date | rating | content\n" + "\n".join(
        f"Jan {n} | 2024-01-1{n} | {n % 5} | Long words about number {n}." for n in range(9)
    )
    assert [event.event for event in guessed(lounge=text, seat=text.replace("rating", "score")).events] == [
        "lounge_review", "seat_review",
    ]  # fmt: skip

"""Rows with several moments tell several events; what was cancelled did not come."""

from __future__ import annotations

from collections.abc import Callable

from cesta.ingest.guess.guess import Guess

Guessed = Callable[..., Guess]


def test_moments_of_an_order(guessed: Guessed) -> None:
    rows = "\n".join(
        f"o{n * 7} | c{n % 3} | 2024-01-0{n + 1} 10:00:00 | 2024-01-1{n} 10:00:00 |  | 5.5" for n in range(6)
    )
    head = "order_id | customer_id | ordered_at | delivered_at | estimated_delivery | price"
    found = guessed(orders=f"{head}\n{rows}")
    assert [event.event for event in found.events] == ["ordered", "delivered"]
    assert [event.id.columns for event in found.events if event.id] == [("order_id",)] * 2
    assert [event.properties for event in found.events] == [("price", "order_id"), ("order_id",)]


def test_a_moment_that_has_not_come_is_no_row(guessed: Guessed) -> None:
    rows = "o1 | ann | 2024-01-01 10:00 | 2024-01-02 10:00\no2 | ann | 2024-01-03 11:00 | "
    found = guessed(orders=f"order_id | customer | ordered | delivered\n{rows}")
    assert "where delivered is not null" in found.mapping
    assert "where ordered is not null" not in found.mapping


def test_bookings(guessed: Guessed) -> None:
    rows = "\n".join(
        f"City | {n % 2} | {n * 10} | 2015 | {('July', 'May')[n % 2]} | {n + 1}"
        f" | {('Check-Out', 'Canceled')[n % 2]} | 2015-07-0{n + 1} | {n % 3}"
        for n in range(8)
    )
    head = (
        "hotel | is_canceled | lead_time | arrival_date_year | arrival_date_month | arrival_date_day_of_month"
        " | reservation_status | reservation_status_date | booking_changes"
    )
    found = guessed(hotel=f"{head}\n{rows}")
    assert [event.event for event in found.events] == ["booked", "arrival", None]
    assert found.events[2].what is not None
    assert found.events[2].what.columns == ("reservation_status",)
    assert "where flag(is_canceled) is not true" in found.mapping
    # how often a booking was changed tells no bookings apart
    assert [warning.code for warning in found.warnings] == ["each_row"]


def test_what_was_said_belongs_to_the_answer(guessed: Guessed) -> None:
    rows = "\n".join(f"u{n} | 2024-01-0{n + 1} | 2024-01-1{n} 10:00:00 | {n % 5 + 1}" for n in range(6))
    asked, answered = guessed(reviews=f"user_id | creation_date | answer_timestamp | score\n{rows}").events
    assert (asked.properties, answered.properties) == ((), ("score",))


def test_moments_follow_each_other_as_in_most_rows(guessed: Guessed) -> None:
    rows = "\n".join(f"u{n} | 2024-01-2{n} | {'' if n % 2 else f'1{n}-01-2024'} | {n % 5}" for n in range(6))
    found = guessed(lounge=f"author | date | date_visit | rating\n{rows}")
    assert [event.event for event in found.events] == ["visit", "lounge"]

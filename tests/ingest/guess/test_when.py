"""Moments whole and in pieces; what was planned is none; a column may count the steps of a day."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from cesta.ingest.guess.seen import Look
from cesta.ingest.guess.when import moments_of, sequence_of

Looking = Callable[..., AbstractContextManager[Look]]


def test_moments(looking: Looking) -> None:
    text = (
        "ordered_at | delivered | expected_delivery | birth_date\n2024-01-01 10:00 | 3.1.2024 | 4.1.2024 | 1990-01-01"
    )
    with looking(orders=text) as look:
        found = moments_of(look, look.tables["orders"], None)
    assert [(one.name, one.kind, one.day_only) for one in found] == [
        ("ordered", "event", False), ("delivered", "event", True), ("expected_delivery", "planned", True),
        ("birth", "birth", True),
    ]  # fmt: skip
    assert [one.formats for one in found[:2]] == [("iso",), ("%d.%m.%Y",)]


def test_day_and_clock_in_two_columns(looking: Looking) -> None:
    with looking(till="Data | Godzina\n31.01.2024 | 9:05\n01.02.2024 | 10:30:15") as look:
        (found,) = moments_of(look, look.tables["till"], None)
    assert found.sql == "Data || ' ' || Godzina"
    assert found.formats == ("%d.%m.%Y %H:%M:%S", "%d.%m.%Y %H:%M")
    assert not found.day_only


def test_year_month_day(looking: Looking) -> None:
    with looking(log="arrival_year | arrival_month | arrival_day_of_month\n2024 | July | 3\n2023 | May | 4") as look:
        (found,) = moments_of(look, look.tables["log"], None)
    assert found.name == "arrival"
    assert found.sql == "moment(arrival_year || '-' || arrival_month || '-' || arrival_day_of_month, '%Y-%B-%d')"


def test_another_column_tells_which_comes_first(looking: Looking) -> None:
    with looking(log="paid | sent\n01/02/2024 | 31/01/2024\n02/03/2024 | 01/02/2024") as look:
        paid, _ = moments_of(look, look.tables["log"], None)
    assert (paid.unsure, paid.formats) == ((), ("%d/%m/%Y",))


def test_the_order_within_a_day(looking: Looking) -> None:
    rows = "\n".join(f"s{n} | {place} | {place * 3}" for n in range(4) for place in (1, 2, 3))
    with looking(clicks=f"session | order | price\n{rows}") as look:
        found = sequence_of(look, look.tables["clicks"], "session")
    assert found is not None
    assert found.name == "order"


def test_a_moment_told_twice_is_one(looking: Looking) -> None:
    with looking(log="time | time_raw | other\n2024-01-01 | 2024-01-01 | 2024-01-02") as look:
        assert [one.columns for one in moments_of(look, look.tables["log"], None)] == [("time",), ("other",)]


def test_a_day_that_stands_for_none_is_none(looking: Looking) -> None:
    with looking(log="paid\n1970-01-01\n2024-01-02") as look:
        (found,) = moments_of(look, look.tables["log"], None)
    assert found.sql == "nullif(paid, '1970-01-01')"

"""A look at tables counts what is in them and shows their first rows."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from cesta.ingest.guess.seen import SHOWN, Look

Looking = Callable[..., AbstractContextManager[Look]]


def test_what_is_seen(looking: Looking) -> None:
    rows = "\n".join(f"{n} | red | " for n in range(20))
    with looking(orders=f"id | colour | note\n{rows}") as look:
        table = look.tables["orders"]
        assert table.rows == 20
        assert table.shown[0] == ("0", "red", None)
        assert len(table.shown) == SHOWN
        assert [column.kind for column in table.columns.values()] == ["id", "category", "empty"]
        assert look.is_unique("orders", "id")
        assert not look.is_unique("orders", "colour")


def test_a_day_beyond_twelve_is_looked_for_in_all_rows(looking: Looking) -> None:
    rows = "\n".join(["1/2/2024"] * 30 + ["1/31/2024"])
    with looking(orders=f"paid\n{rows}") as look:
        times = look.tables["orders"].columns["paid"].times
        assert times is not None
        assert times.order == "mdy"

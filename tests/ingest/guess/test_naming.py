"""Events without a name of their own are called by what their table is about."""

from __future__ import annotations

import pytest

from cesta.ingest.guess.columns import Facts, understand
from cesta.ingest.guess.joined import Rows
from cesta.ingest.guess.naming import row_event
from cesta.ingest.guess.seen import Table
from cesta.ingest.guess.sources import Source


@pytest.mark.parametrize(
    ("table", "columns", "event"),
    [
        ("clicks", ("page", "session"), "page_view"),
        ("visits", ("card", "at"), "visit"),
        ("orders", ("order_no", "total"), "order"),
        ("till", ("receipt_no", "total"), "purchase"),
    ],
)
def test_names(table: str, columns: tuple[str, ...], event: str) -> None:
    known = {name: understand(Facts(name, "VARCHAR", 2, 2, 2, {"a1": 1, "a2": 1})) for name in columns}
    found = Table(Source(table, f"{table}.csv", ()), 2, known, ())
    assert row_event(Rows(found, table, known, "card")) == event

"""Lines of a receipt are one purchase; what was given back is a return."""

from __future__ import annotations

from collections.abc import Callable

from cesta.ingest.guess.guess import Guess

Guessed = Callable[..., Guess]
LINES = """
InvoiceNo | StockCode | Quantity | InvoiceDate | UnitPrice | CustomerID | Country
536365 | 85123A | 6 | 2010-12-01 08:26:00 | 2.55 | 17850 | United Kingdom
536365 | 71053 | 6 | 2010-12-01 08:26:00 | 3.39 | 17850 | United Kingdom
536366 | 22633 | 6 | 2010-12-01 08:28:00 | 1.85 | | France
C536379 | 71053 | -1 | 2010-12-01 09:41:00 | 3.39 | 17850 | United Kingdom
"""


def test_purchases_and_returns(guessed: Guessed) -> None:
    found = guessed(retail=LINES)
    assert [event.event for event in found.events] == ["purchase", "return"]
    assert found.events[0].properties == ("InvoiceNo", "lines", "items", "value", "Country")
    assert "sum(whole(Quantity) * number(UnitPrice))" in found.mapping
    assert [warning.code for warning in found.warnings] == ["no_customer"]


def test_a_total_that_stands_on_each_line_is_not_added_up(guessed: Guessed) -> None:
    rows = "\n".join(
        f"r{n // 3} | c{n // 6} | 2024-01-0{n // 3 + 1} 10:00 | P{n % 3} | {n // 3 * 10 + 5},50" for n in range(18)
    )
    found = guessed(bills=f"Receipt No | Customer | Date | Product | Total\n{rows}")
    assert "any_value(number(Total, ','))" in found.mapping.replace("''", "'")


def test_one_row_for_each_order_is_an_order(guessed: Guessed) -> None:
    rows = "\n".join(f"10{n} | c{n % 2} | 2024-01-0{n + 1} 10:00 | 5" for n in range(4))
    (event,) = guessed(orders=f"order_no | customer | date | total\n{rows}").events
    assert event.event == "order"
    assert event.id is None or event.id.columns == ("order_no",)

"""What events are called when no column says it: by what their table is about."""

from __future__ import annotations

from cesta.ingest.guess.joined import Rows
from cesta.ingest.guess.words import hints


def singular(name: str) -> str:
    """One of what an English table's name lists.

    >>> singular("order_items"), singular("categories"), singular("visits"), singular("address")
    ('order_item', 'category', 'visit', 'address')
    """
    if name.endswith("ies") and len(name) > 4:
        return f"{name[:-3]}y"
    if name.endswith(("ches", "shes", "xes", "sses")):
        return name[:-2]
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) else name


def row_event(rows: Rows) -> str:
    """What happened when one row is one event."""
    said = {hint for column in rows.table.columns.values() for hint in column.hints if column.kind != "empty"}
    texts = {hint for column in rows.table.of_kind("text") for hint in column.hints}
    about = hints(rows.table.name)
    if "rating" in said and "comment" in texts:
        return "review"
    if "receipt" in about or "customer" in about or "session" in about:
        return singular(rows.table.name)
    if "page" in said:
        return "page_view"
    if "amount" in said and ("receipt" in said or "product" in said):
        return "purchase"
    return singular(rows.table.name)


def apart(names: list[tuple[str, str]]) -> list[str]:
    """Names of events, made different where two tables give the same; each with its table.

    >>> apart([("review", "lounge"), ("review", "seat"), ("order", "orders")])
    ['lounge_review', 'seat_review', 'order']
    """
    again = {name for name, _ in names if sum(other == name for other, _ in names) > 1}
    found: list[str] = []
    for name, table in names:
        wanted = f"{singular(table)}_{name}" if name in again and singular(table) != name else name
        count = 1
        unlike = wanted
        while unlike in found:
            count += 1
            unlike = f"{wanted}_{count}"
        found.append(unlike)
    return found

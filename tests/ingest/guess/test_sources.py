"""January's and February's export are one source, under one name."""

from __future__ import annotations

from pathlib import Path

from cesta.ingest.files.staged import Staged
from cesta.ingest.guess.sources import source_id, sources_of


def staged(file: str, *columns: str, sheet: str | None = None) -> Staged:
    return Staged("x", Path(file), sheet, Path("x"), columns, 1)


def test_months_are_one_table() -> None:
    both = sources_of([staged("orders-2024-01.csv", "a"), staged("orders-2024-02.csv", "a")])
    assert [(one.name, one.pattern, len(one.staged)) for one in both] == [("orders", "orders-*.csv", 2)]
    january, february = (sources_of([staged(f"orders_{month}.csv", "a")]) for month in ("jan", "luty"))
    assert (
        (january[0].name, january[0].pattern) == (february[0].name, february[0].pattern) == ("orders", "orders_*.csv")
    )


def test_the_systems_name_goes_from_the_tables_to_the_source() -> None:
    sources = sources_of(
        [staged("olist_orders_dataset.csv", "a"), staged("olist_items.csv", "b"), staged("geo.csv", "c")]
    )
    assert [one.name for one in sources] == ["orders", "items", "geo"]
    assert source_id(sources, "orders") == "olist"


def test_sheets_are_tables() -> None:
    sources = sources_of([staged("book 2024.xlsx", "a", sheet="Lines"), staged("book 2024.xlsx", "b", sheet="People")])
    assert [one.pattern for one in sources] == ["book *.xlsx#Lines", "book *.xlsx#People"]


def test_names_are_apart() -> None:
    sources = sources_of([staged("a-1.csv", "a"), staged("a-2.csv", "b")])
    assert len({one.name for one in sources}) == len({one.pattern for one in sources}) == 2

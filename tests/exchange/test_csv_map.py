"""The map as a table: opened by spreadsheet programs, its formulas harmless, its numbers beside it."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

from cesta.exchange.csv_map import read_csv, write_csv
from cesta.exchange.sheet import Sheet


def test_the_numbers_are_the_views(taken: Callable[..., Sheet]) -> None:
    sheet = taken("pl")
    rows = list(csv.DictReader(io.StringIO(write_csv(sheet).decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [stop.id for stop in sheet.stops]
    assert [float(row["n.reach"]) for row in rows] == [stop.reach.value for stop in sheet.stops]
    assert "n.reach" not in write_csv(taken("pl", numbers=False)).decode()


def test_a_formula_is_text_and_comes_back() -> None:
    table = "stage.id,stage.name,id,name,thinks\r\ns,S,t,'=1+1,''=x\r\n"
    (stop,) = read_csv(table.encode(), "m")["stages"][0]["touchpoints"]
    assert (stop["name"], stop["thinks"]) == ("=1+1", "'=x")

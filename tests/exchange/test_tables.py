"""The map as tables: rows for every stage, stop and barrier; numbers only where they are wanted."""

from __future__ import annotations

from collections.abc import Callable

from cesta.exchange.sheet import Sheet
from cesta.exchange.tables import barriers_table, stages_table, stops_table, tables_of


def test_rows_and_columns(taken: Callable[..., Sheet]) -> None:
    with_, without = taken("cs"), taken("cs", numbers=False)
    assert len(stages_table(with_).rows) == len(with_.view.stages)
    assert len(stops_table(with_).rows) == len(with_.stops)
    assert len(stops_table(with_).heads) == len(stops_table(without).heads) + 3
    assert len(barriers_table(with_).rows) >= sum(len(stop.barriers) for stop in with_.stops)
    for table in tables_of(with_):
        assert all(len(row) == len(table.heads) for row in table.rows)

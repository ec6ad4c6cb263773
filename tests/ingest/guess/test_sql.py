"""Names and values are written so that SQL reads them as they are."""

from __future__ import annotations

import duckdb
from hypothesis import given
from hypothesis import strategies as st

from cesta.ingest.guess.columns import Facts, understand
from cesta.ingest.guess.sql import amount_sql, column_sql, text_sql, value_sql

CONNECTION = duckdb.connect()


@given(st.text(min_size=1).filter(lambda name: "\0" not in name))
def test_any_name_can_be_selected(name: str) -> None:
    quoted = name.replace('"', '""')
    assert CONNECTION.execute(f'select {column_sql(name)} from (select 7 as "{quoted}")').fetchall() == [(7,)]


def test_values_are_read_as_what_they_are() -> None:
    def column(name: str, kind: str, *values: str):  # type: ignore[no-untyped-def]
        return understand(Facts(name, kind, len(values), len(values), len(values), dict.fromkeys(values, 1)))

    assert value_sql(column("price", "VARCHAR", "1,50", "2,25")) == "number(price, ',')"
    assert value_sql(column("units", "VARCHAR", "1", "2")) == "whole(units)"
    assert value_sql(column("paid", "VARCHAR", "yes", "no")) == "flag(paid)"
    assert value_sql(column("shop", "VARCHAR", "NULL", "Brno")) == "nullif(shop, 'NULL')"
    assert text_sql(column("CustomerID", "DOUBLE", "1.0", "2.0")) == "CustomerID::bigint"
    assert amount_sql(column("price", "DOUBLE", "1.5")) == "price"

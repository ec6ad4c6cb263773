"""Whatever SQL answers becomes JSON that can be read back."""

from __future__ import annotations

import json

import duckdb
import msgspec
import pytest

from cesta.api.sql_plain import plain_rows
from cesta.model.errors import CestaError


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("null", None),
        ("true", True),
        ("9007199254740993::bigint", 9007199254740993),
        ("1.5::decimal(4, 2)", 1.5),
        ("'nan'::double", None),
        ("'-infinity'::double", None),
        ("date '2024-02-29'", "2024-02-29"),
        ("time '10:00'", "10:00:00"),
        ("timestamp '2024-02-29 10:00'", "2024-02-29T10:00:00"),
        ("timestamptz '1969-07-20 20:17:40+00'", "1969-07-20T20:17:40Z"),
        ("[1, null]", [1, None]),
        ("{'a': date '2024-02-29'}", {"a": "2024-02-29"}),
        ("map {'a': 1}", [["a", 1]]),
        ("'\\xFF'::blob", "ff"),
        ("'x'::enum('x')", "x"),
        ("interval 1 day", "MonthDayNano(months=0, days=1, nanoseconds=0)"),
    ],
)
def test_a_value_is_plain(written: str, shown: object) -> None:
    with duckdb.connect(":memory:") as connection:
        batch = connection.sql(f"select {written} as x").to_arrow_reader(10).read_next_batch()
    rows = list(plain_rows(batch))
    assert rows == [[shown]]
    assert json.loads(msgspec.json.encode(rows)) == rows


def test_a_time_beyond_the_calendar_is_told() -> None:
    with duckdb.connect(":memory:") as connection:
        batch = connection.sql("select timestamp '20000-01-01' as x").to_arrow_reader(10).read_next_batch()
    with pytest.raises(CestaError, match="cannot be shown"):
        plain_rows(batch)

"""A mistake in SQL is told with its place and with what was probably meant."""

from __future__ import annotations

import duckdb
import pytest

from cesta.store.sql_told import is_told, told

CONNECTION = duckdb.connect(":memory:")
CONNECTION.execute("set errors_as_json=true")
CONNECTION.execute("create table events as select 1 as customer, 2 as ts")
KNOWN = ("events", "customer", "ts")


@pytest.mark.parametrize(
    ("query", "message", "hint"),
    [
        ("select *\nfrom evnts", 'line 2, column 6: There is no table "evnts".', 'Did you mean "events"?'),
        ("select 'ž', custmer from events", 'line 1, column 13: There is no column "custmer" here.',
         'Did you mean "customer"?'),
        ("select e.tss from events e", 'line 1, column 8: There is no column "tss" here.', 'Did you mean "ts"?'),
        ("select qqqqqq from events", 'line 1, column 8: There is no column "qqqqqq" here.',
         "Known: events, customer, ts."),
        ("select coun(*) from events", 'line 1, column 8: There is no function "coun".', 'Did you mean "count"?'),
        ("select 1 from", 'line 1, column 10: syntax error at or near "from".', None),
    ],
)  # fmt: skip
def test_place_message_and_hint(query: str, message: str, hint: str | None) -> None:
    with pytest.raises(duckdb.Error) as error:
        CONNECTION.execute(query)
    assert is_told(error.value)
    found = told(query, error.value, KNOWN)
    assert (found.code, found.message, found.hint) == ("bad_sql", message, hint)


def test_words_alone_are_told_as_they_are() -> None:
    assert not is_told(duckdb.Error("Nothing works\nat all"))
    assert told("x", duckdb.Error("Nothing works\nat all"), ()).message == "Nothing works"
    assert told("x", duckdb.Error(""), ()).message == "It cannot be run."
    assert told("x", duckdb.OutOfMemoryException("x"), ()).code == "sql_too_big"

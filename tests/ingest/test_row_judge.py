"""Of each row that is no event the first fault is told; rules mend it before."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa

from cesta.ingest.repair import read_rule
from cesta.ingest.row_judge import Judged, Manner, judge
from cesta.ingest.row_times import moments

UTC = ZoneInfo("UTC")
FIELDS = pa.table(
    {
        "customer": ["ann", None, " ", "bob", "eva", "ida"],
        "time": ["2026-01-05", "x", "2026-01-05", "", "soon", "2026-01-05"],
        "id": ["1", "2", "3", "4", "5", None],
        "properties.price": [1.0, float("inf"), 2.0, 3.0, float("nan"), float("inf")],
    }
)


def codes(found: Judged) -> list[str | None]:
    return [None if why == 0 else found.wrong[why - 1].code for why in found.why.tolist()]


def test_the_first_fault_of_a_row_is_told() -> None:
    found = judge(FIELDS, None, Manner((), UTC))
    assert codes(found) == [None, "no_customer", "no_customer", "no_time", "bad_time", "no_id"]
    assert found.good().tolist() == [True] + [False] * 5


def test_an_infinite_number_is_a_fault_and_nan_is_none() -> None:
    prices = FIELDS.select(["properties.price"])
    fields = pa.table({"customer": ["a"] * 6, "time": ["2026-01-05"] * 6}).append_column(
        "properties.price", prices["properties.price"]
    )
    found = judge(fields, None, Manner((), UTC))
    assert codes(found) == [None, "not_finite", None, None, None, "not_finite"]
    assert [wrong.field for wrong in found.wrong] == ["properties.price"]


def test_rules_by_reason_mend_one_fault_after_the_other() -> None:
    rules = tuple(
        read_rule({"field": field, "reason": code, "becomes": value})
        for field, code, value in (
            ("time", "bad_time", "2026-01-06"),
            ("customer", "no_customer", "guest"),
            ("properties.price", "not_finite", None),
        )
    )
    found = judge(FIELDS, None, Manner((), UTC, rules))
    assert codes(found) == [None, None, None, "no_time", None, "no_id"]
    assert found.fields["customer"].to_pylist()[:3] == ["ann", "guest", "guest"]


def test_a_time_that_the_source_holds_is_read_as_text_only_where_it_is_mended() -> None:
    fields = pa.table({"customer": ["a", "b"], "time": ["1970-01-01 00:00:00", None]})
    typed = moments(np.array([5, 0]), np.array([True, False]))
    rules = (read_rule({"field": "time", "value": None, "becomes": "1970-01-02"}),)
    found = judge(fields, typed, Manner((), UTC, rules))
    assert found.times.values.tolist() == [5, 86_400_000_000]
    assert (found.times.known.tolist(), found.times.local.tolist()) == ([True, True], [False, True])

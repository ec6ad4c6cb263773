"""Questions with their own events."""

from __future__ import annotations

import pytest

from cesta.journeys.own_events import own_columns, read_identity
from cesta.model.errors import CestaError


def test_stored_order_at_equal_times_and_merged_ids() -> None:
    moment = "2024-05-06T10:00:00Z"
    log = [{"customer": who, "event": name, "ts": moment} for who, name in (("b", "z"), ("a", "y"), ("b", "x"))]
    columns = own_columns(log, {"b": "a"})
    assert columns.customers == ("a",)
    assert [columns.names[code] for code in columns.codes] == ["z", "y", "x"]


def test_nested_values_become_text_and_null_is_not_set() -> None:
    props = {"list": [1, {"b": 2}], "none": None, "nan": float("nan"), "yes": True}
    columns = own_columns([{"customer": "u", "event": "a", "ts": "2024-05-06", "props": props}], {})
    found = {name: column.values for name, column in columns.props.items()}
    assert found == {
        "list": ('[1, {"b": 2}]',),
        "yes": (True,),
    }


def test_mistakes() -> None:
    for log in (["x"], [{"customer": "u", "event": "a", "ts": "2024-05-06", "props": 5}]):
        with pytest.raises(CestaError, match="bad_value"):
            own_columns(log, {})
    with pytest.raises(CestaError, match="unknown_param"):
        own_columns([{"customer": "u", "event": "a", "ts": "2024-05-06", "price": 5}], {})
    assert read_identity(None) == {}

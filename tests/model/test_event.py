"""An event is a value: frozen, compared by what it says."""

from __future__ import annotations

import pytest

from cesta.model.event import Event


def test_equal_events_are_equal_and_none_can_be_changed() -> None:
    one = Event("till", "1", "ann", "visit", 5, {"price": 2.5})
    assert one == Event("till", "1", "ann", "visit", 5, {"price": 2.5})
    assert one != Event("till", "2", "ann", "visit", 5, {"price": 2.5})
    with pytest.raises(AttributeError):
        one.customer = "bob"  # type: ignore[misc]


def test_little_is_needed() -> None:
    plain = Event("till", "1", "ann", "visit", 5)
    assert (dict(plain.properties), plain.assumed_time) == ({}, False)

"""Items made ahead come in order; errors come through; nobody is left behind."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from cesta.ingest.ahead import AHEAD, ahead


def numbers(seen: list[int], last: int) -> Iterator[int]:
    for number in range(last):
        seen.append(number)
        yield number
    raise ValueError(f"no {last}")


def test_items_come_in_order_and_the_error_after_them() -> None:
    found: list[int] = []
    with pytest.raises(ValueError, match="no 5"), ahead(numbers([], 5)) as items:
        found.extend(items)
    assert found == [0, 1, 2, 3, 4]


def test_nothing_is_made_far_ahead_or_after_the_end() -> None:
    seen: list[int] = []
    before = threading.active_count()
    with ahead(numbers(seen, 1000)) as items:
        assert next(items) == 0
    assert len(seen) <= AHEAD + 3
    assert threading.active_count() == before


def test_no_items_are_no_items() -> None:
    with ahead(iter(())) as items:
        assert list(items) == []

"""Rows of tables and things with fields: there and back."""

from __future__ import annotations

from typing import Any

import pytest

from cesta.exchange.records import columns_of, record_of, row_of


@pytest.mark.parametrize(
    "record",
    [
        {"id": "a", "name": {"pl": "Ą", "en": "A"}, "emotion": {"assumed": -1}, "moment_of_truth": True},
        {"id": "1", "name": "no", "tags": ["no", "1", "2026-01-02", "a: b"], "effort": 2.5},
        {"id": "x", "thinks": "two\nlines", "match": {"any": [{"event": "a", "where": "b = 'c, d'"}]}},
    ],
)
def test_there_and_back(record: dict[str, Any]) -> None:
    assert record_of(row_of(record)) == record
    assert record_of(row_of(record, "stage."), "stage.") == record


def test_the_readers_language_comes_first() -> None:
    row = {"z": "", "name:en": "", "name:cs": "", "id": ""}
    assert columns_of([row], ("id", "name"), "cs") == ["id", "name:cs", "name:en", "z"]

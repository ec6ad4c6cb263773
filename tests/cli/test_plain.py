"""Of many reasons only the first are told."""

from __future__ import annotations

from cesta.cli.plain import REASONS, brought
from cesta.ingest.loaded import Loaded


def test_the_first_reasons_are_told() -> None:
    told = brought(Loaded(5, 3, 9, "till-1", already=False), ((f"reason {n}", 9 - n) for n in range(9)))
    assert told["reasons"] == [(f"reason {n}", 9 - n) for n in range(REASONS)]
    assert isinstance(told["loaded"], dict)
    assert told["loaded"]["load_id"] == "till-1"

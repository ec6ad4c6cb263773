"""Durations, by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_from_first_to_last(ask: Callable[..., Any], log_of: Callable[[str], Any]) -> None:
    found = ask("durations", {}, log_of("u: a 0, b 2, c 9; v: a 4; w: a 0, b 1"))["result"]
    assert found == {"avg_seconds": 200, "median_seconds": 60, "seconds": {"u": 540, "v": 0, "w": 60}}

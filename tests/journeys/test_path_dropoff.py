"""Drop-off by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def test_a_customer_with_two_visits_counts_once(ask: Callable[..., Any], log_of: Callable[[str], Any]) -> None:
    found = ask("path_dropoff", {}, log_of("u: a 0, b 1, a 100; v: a 0"))["result"]["nodes"]
    assert found == [
        {"step": 1, "node": "a", "reach": 2, "continue": 1, "drop": 1},
        {"step": 2, "node": "b", "reach": 1, "continue": 0, "drop": 1},
    ]

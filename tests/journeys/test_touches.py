"""Paths of touches: cut after each conversion; what carries no channel is no touch."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("letters", "credit"),
    [
        ("x!y!", {"x": 1, "y": 1}),
        ("xy!!", {"x": 0.5, "y": 0.5}),
        ("x-y!", {"x": 0.5, "y": 0.5}),
        ("!x", {}),
        ("-!", {}),
    ],
)
def test_paths(ask: Callable[..., Any], letters: str, credit: dict[str, float]) -> None:
    log = [
        {
            "customer": "ann",
            "event": "sale" if letter == "!" else "see",
            "ts": f"2024-05-06T10:{minute:02d}:00Z",
            "props": {"by": letter} if letter in "xy" else {},
        }
        for minute, letter in enumerate(letters)
    ]
    found = ask("attribution", {"conversion": "sale", "channel": "by"}, log)["result"]
    assert found["credit"] == credit

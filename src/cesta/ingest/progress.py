"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""What is being done, how much of it is done, and of how much."""


def quiet(_what: str, _done: int, _total: int) -> None:
    """Progress for whoever does not look."""

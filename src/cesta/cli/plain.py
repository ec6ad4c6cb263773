"""Answers as plain JSON data: the same from a workspace opened here as from a server."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

import msgspec

from cesta.ingest.loaded import Loaded

REASONS = 3
"""Reasons for setting rows aside that are told."""


def plain(value: object) -> dict[str, object]:
    """A value's fields as JSON has them."""
    return msgspec.convert(msgspec.to_builtins(value), dict[str, object])


def brought(loaded: Loaded, reasons: Iterable[tuple[str, int]]) -> dict[str, object]:
    """What a load brought, and its first reasons for setting rows aside, each with its number of rows."""
    return {"loaded": plain(loaded), "reasons": list(islice(reasons, REASONS))}

"""What the reader of a map chose to look at: a segment and a period."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypedDict


class Arguments(TypedDict):
    segment: str | None
    date_from: str | None
    date_to: str | None


@dataclass(frozen=True, slots=True)
class Chosen:
    """A segment's id (None: everyone) and the first and last day (None: the map's own period)."""

    segment: str | None = None
    date_from: str | None = None
    date_to: str | None = None

    def as_arguments(self) -> Arguments:
        """As the functions of `cesta.maps` name them."""
        return {"segment": self.segment, "date_from": self.date_from, "date_to": self.date_to}

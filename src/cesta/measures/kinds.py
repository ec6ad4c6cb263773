"""Every kind of KPI: its unit, which way is good, and which events its document must name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cesta.measures.computed import Direction

Unit = Literal["share", "seconds", "money", "score", "people", "events", "days", "change"]


@dataclass(frozen=True, slots=True)
class Kind:
    """needs: fields that a document of this type cannot do without. evidence: reported where customers say it."""

    unit: Unit
    direction: Direction
    needs: tuple[str, ...] = ()
    evidence: Literal["measured", "reported"] = "measured"


KINDS: dict[str, Kind] = {
    "conversion": Kind("share", "up", ("numerator",)),
    "abandoned": Kind("share", "down", ("numerator", "denominator")),
    "repeat_rate": Kind("share", "up", ("numerator",)),
    "retention": Kind("share", "up"),
    "churn": Kind("share", "down"),
    "smoothness": Kind("share", "up", ("trouble",)),
    "quality": Kind("share", "up", ("denominator",)),
    "duration": Kind("seconds", "down", ("numerator",)),
    "interval": Kind("seconds", "down", ("numerator",)),
    "relationship": Kind("seconds", "up"),
    "average": Kind("money", "up", ("numerator", "of")),
    "revenue": Kind("money", "up", ("numerator", "of")),
    "clv": Kind("money", "up", ("numerator", "of")),
    "growth": Kind("change", "up", ("numerator",)),
    "nps": Kind("score", "up", (), "reported"),
    "csat": Kind("share", "up", (), "reported"),
    "ces": Kind("score", "up", (), "reported"),
    "count": Kind("people", "up", ("numerator",)),
    "new_customers": Kind("people", "up"),
    "engagement": Kind("days", "up"),
}
"""A conversion or a duration that names a map is worked out from the map's journeys instead."""

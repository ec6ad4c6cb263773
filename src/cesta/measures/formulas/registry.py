"""Every kind of KPI: its formula, its unit, which way is good, and which events its document must name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from cesta.measures.computed import Direction
from cesta.measures.formulas import answers, counts, lengths, money, rates
from cesta.measures.formulas.wanted import Formula

Unit = Literal["share", "seconds", "money", "score", "people", "events", "days", "change"]


@dataclass(frozen=True, slots=True)
class Kind:
    """needs: fields that a document of this type cannot do without. evidence: reported where customers say it."""

    formula: Formula
    unit: Unit
    direction: Direction
    needs: tuple[str, ...] = ()
    evidence: Literal["measured", "reported"] = "measured"


FORMULAS: dict[str, Kind] = {
    "conversion": Kind(rates.conversion, "share", "up", ("numerator",)),
    "abandoned": Kind(rates.abandoned, "share", "down", ("numerator", "denominator")),
    "repeat_rate": Kind(rates.repeat_rate, "share", "up", ("numerator",)),
    "retention": Kind(rates.retention, "share", "up"),
    "churn": Kind(rates.churn, "share", "down"),
    "smoothness": Kind(rates.smoothness, "share", "up", ("trouble",)),
    "quality": Kind(rates.quality, "share", "up", ("denominator",)),
    "duration": Kind(lengths.duration, "seconds", "down", ("numerator",)),
    "interval": Kind(lengths.interval, "seconds", "down", ("numerator",)),
    "relationship": Kind(lengths.relationship, "seconds", "up"),
    "average": Kind(money.average, "money", "up", ("numerator", "of")),
    "revenue": Kind(money.revenue, "money", "up", ("numerator", "of")),
    "clv": Kind(money.clv, "money", "up", ("numerator", "of")),
    "growth": Kind(money.grown, "change", "up", ("numerator",)),
    "nps": Kind(answers.nps, "score", "up", (), "reported"),
    "csat": Kind(answers.csat, "share", "up", (), "reported"),
    "ces": Kind(answers.ces, "score", "up", (), "reported"),
    "count": Kind(counts.counted, "people", "up", ("numerator",)),
    "new_customers": Kind(counts.newcomers, "people", "up"),
    "engagement": Kind(counts.engagement, "days", "up"),
}
"""A conversion or a duration that names a map is worked out from the map's journeys instead."""

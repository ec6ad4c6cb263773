"""An opportunity as people write it: what could be better, for whom, at what effort; and what its scores come to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cesta.model.shape import Complaint, Text, choice, list_of, number, record, slug, text, version, without, word
from cesta.store.documents import Document
from cesta.tasks.watch import STATUSES, Status

_SHARE, _TEN = number(0, 1), number(0, 10)
_RANGE = list_of(number(-1e12, 1e12))
ROI = record(
    {"reached": number(0, 1e12), "uplift": _RANGE, "value": number(0, 1e12)},
    {"margin": number(0, 1), "cost": number(0, 1e12), "currency": word},
)
OPPORTUNITY = record(
    {"cesta": version("opportunity"), "id": slug, "title": text},
    {
        "description": text, "insights": list_of(text), "map": slug, "stage": slug, "touchpoint": slug, "segment": slug,
        "customer_value": _SHARE, "business_value": _SHARE, "effort": number(0, 5), "importance": _TEN,
        "satisfaction": _TEN, "roi": ROI, "measure": slug, "target": number(-1e12, 1e12), "owner": word,
        "status": choice(*STATUSES), "tags": list_of(word), "notes": text,
    },
)  # fmt: skip
"""Every field of opportunities/<id>.yaml. What the scores mean: docs/guide/tasks.md."""
Need = Literal["served", "neutral", "solid", "major"]


@dataclass(frozen=True, slots=True)
class Gain:
    """What a year brings, less what it costs: at worst, likely, at best. months: until the cost is back, likely."""

    low: float
    likely: float
    high: float
    cost: float
    currency: str | None
    months: float | None


@dataclass(frozen=True, slots=True)
class Opportunity:
    """value: the mean of the value to customers and to the business, 0 to 1. need: importance + what is missing."""

    id: str
    title: Text
    status: Status
    fields: Mapping[str, object]
    complaints: tuple[Complaint, ...]
    value: float | None
    effort: float | None
    importance: float | None
    satisfaction: float | None
    score: float | None
    need: Need | None
    gain: Gain | None


def as_opportunity(source: Document) -> Opportunity:
    """The opportunity in a document; what cannot be read is left out and complained about."""
    complaints = tuple(OPPORTUNITY(source.data, ""))
    data = without(source.data, complaints)
    fields = data if isinstance(data, Mapping) else {}

    def told(name: str) -> float | None:
        value = fields.get(name)
        return float(value) if isinstance(value, int | float) else None

    values = [value for value in (told("customer_value"), told("business_value")) if value is not None]
    importance, satisfaction = told("importance"), told("satisfaction")
    score = None if importance is None or satisfaction is None else ulwick(importance, satisfaction)
    return Opportunity(
        id=source.path.stem,
        title=fields.get("title") or source.path.stem,
        status=fields.get("status") or "idea",
        fields=fields,
        complaints=complaints,
        value=sum(values) / len(values) if values else None,
        effort=told("effort"),
        importance=importance,
        satisfaction=satisfaction,
        score=score,
        need=None if score is None else need_of(score),
        gain=_gain(fields.get("roi")),
    )


def ulwick(importance: float, satisfaction: float) -> float:
    """Importance, and once more what is missing to it: both 0 to 10, from one segment.

    >>> ulwick(9, 3), ulwick(6, 8)
    (15, 6)
    """
    return importance + max(importance - satisfaction, 0)


def need_of(score: float) -> Need:
    """As it is commonly read.

    >>> [need_of(score) for score in (9, 11, 13, 16)]
    ['served', 'neutral', 'solid', 'major']
    """
    return "major" if score >= 15 else "solid" if score >= 12 else "neutral" if score >= 10 else "served"


def _gain(roi: object) -> Gain | None:
    """Reached in a year × by how much the rate rises × value of a success × margin, less the cost."""
    if not isinstance(roi, Mapping):
        return None
    uplift = roi.get("uplift")
    parts = sorted(float(each) for each in uplift) if isinstance(uplift, list) and uplift else []
    if not parts or roi.get("reached") is None or roi.get("value") is None:
        return None
    cost = float(roi.get("cost") or 0)
    each = float(roi["reached"]) * float(roi["value"]) * float(1 if roi.get("margin") is None else roi["margin"])
    low, likely, high = (each * parts[at] - cost for at in (0, len(parts) // 2, -1))
    currency = roi.get("currency")
    monthly = (likely + cost) / 12
    months = cost / monthly if monthly > 0 else None
    return Gain(low, likely, high, cost, currency if isinstance(currency, str) else None, months)

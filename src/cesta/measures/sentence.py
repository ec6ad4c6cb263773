"""What a measure is worked out from, as a short formula with the names of events."""

from __future__ import annotations

from cesta.journeys.where import Condition
from cesta.measures.document import MeasureDocument
from cesta.model.condition import show
from cesta.model.duration import show_duration


def said(condition: Condition | None) -> str:
    """A condition in a few words; any event where there is none.

    >>> said(Condition(event="buy")), said(None)
    ('buy', '*')
    """
    if condition is None:
        return "*"
    if condition.choices is not None:
        return " | ".join(map(said, condition.choices))
    where = f" where {show(condition.where)}" if condition.where is not None else ""
    return f"{condition.event or '*'}{where}"


def formula_of(document: MeasureDocument) -> str:
    """Events, properties and times, in signs that need no language. Raises bad_measure.

    A share is "a → b", of the customers who did a; a sum is Σ, a mean is ⌀.
    """
    wanted, on = document.wanted(), document.on
    if on is not None:
        return " / ".join(part for part in (on.map, on.stage, on.touchpoint) if part)
    one, other = said(wanted.numerator), said(wanted.denominator)
    window = "" if wanted.window is None else f" ≤ {show_duration(wanted.window)}"
    of = f" {wanted.of}" if wanted.of else ""
    trouble = " | ".join(map(said, wanted.trouble))
    again = [f"{wanted.repeats}×"] if wanted.repeats else []
    forms = {
        "conversion": f"{other} → {one}{window}",
        "duration": f"{other} → {one}{window}",
        "interval": f"{other if wanted.denominator else one} → {one}{window}",
        "abandoned": f"{other} ↛ {one}{window or ' ≤ 1d'}",
        "repeat_rate": f"{one} ≥ 2×",
        "retention": f"{other} → {one if wanted.numerator else other}{window or ' ≤ 30d'}",
        "churn": one if wanted.numerator else f"∅ {other} ≥ {show_duration(wanted.silence or 60 * 86_400_000_000)}",
        "smoothness": f"{other} ∌ {' | '.join(filter(None, [trouble, *again]))}",
        "quality": f"{other} → {one}{f' ∌ {trouble}' if trouble else ''}{window or ' ≤ 7d'}",
        "relationship": f"{other} … {other}",
        "average": f"⌀ {one}{of}{f' / {wanted.per}' if wanted.per else ''}",
        "revenue": f"Σ {one}{of}",
        "clv": f"⌀ Σ {one}{of}",
        "growth": f"Δ {'Σ ' if wanted.of else ''}{one}{of}",
    }
    return forms.get(document.type, f"{one}{of}")

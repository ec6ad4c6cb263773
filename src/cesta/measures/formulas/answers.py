"""What customers answer when asked: NPS, CSAT, CES; each with her latest answer of the period.

Without a numerator, these are the answers to surveys of Cesta's own.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from cesta.journeys.where import read_condition
from cesta.measures.figure import Figure, Floats, Places, mean, share
from cesta.measures.formulas.wanted import Figures, Wanted
from cesta.measures.happened import Look

Scores = tuple[Places, Floats]


def nps(look: Look, wanted: Wanted) -> Figures:
    """Promoters (9, 10) less detractors (0 to 6), of 100."""

    def of(units: Places, scores: Floats) -> Figure:
        return mean(units, np.where(scores >= 9, 100.0, np.where(scores <= 6, -100.0, 0.0)))

    return _latest(look, wanted, "nps", of)


def csat(look: Look, wanted: Wanted) -> Figures:
    """The share of the two best marks of five."""

    def of(units: Places, scores: Floats) -> Figure:
        return share(units[scores >= 4], units)

    return _latest(look, wanted, "csat", of)


def ces(look: Look, wanted: Wanted) -> Figures:
    """The mean mark."""
    return _latest(look, wanted, "ces", mean)


def _latest(look: Look, wanted: Wanted, ask: str, of: Callable[[Places, Floats], Figure]) -> Figures:
    surveyed = read_condition({"event": "survey_answered", "where": {"ask": ask}})
    answered = look.happened(wanted.numerator or surveyed)
    scores = look.amounts(answered, wanted.of or ask, None)

    def figure(begin: int, end: int) -> Figure:
        inside = np.flatnonzero(answered.between(begin, end) & scores.known)
        units = answered.units[inside]
        last = inside[np.append(units[1:] != units[:-1], True)] if len(units) else inside
        return of(answered.units[last], scores.of[last])

    return figure

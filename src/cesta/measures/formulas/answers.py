"""What customers answer when asked: NPS, CSAT, CES; each with her latest answer of the period.

Without a numerator, these are the answers to surveys of Cesta's own, and come to what the survey itself says.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import read_condition
from cesta.measures.figure import Figure, Floats, mean
from cesta.measures.formulas.wanted import Figures, Wanted
from cesta.measures.happened import Look
from cesta.surveys import scores as rules
from cesta.surveys.document import SCALES


def nps(look: Look, wanted: Wanted) -> Figures:
    """Promoters (9, 10) less detractors (0 to 6), of 100."""
    return _latest(look, wanted, "nps")


def csat(look: Look, wanted: Wanted) -> Figures:
    """The share of the two best marks of five."""
    return _latest(look, wanted, "csat")


def ces(look: Look, wanted: Wanted) -> Figures:
    """The mean mark."""
    return _latest(look, wanted, "ces")


def _latest(look: Look, wanted: Wanted, ask: str) -> Figures:
    surveyed = read_condition({"event": "survey_answered", "where": {"ask": ask}})
    answered = look.happened(wanted.numerator or surveyed)
    scores = look.amounts(answered, wanted.of or ask, None)
    known = scores.known if wanted.numerator else scores.known & _on_scale(scores.of, SCALES[ask])

    def figure(begin: int, end: int) -> Figure:
        inside = np.flatnonzero(answered.between(begin, end) & known)
        units = answered.units[inside]
        last = inside[np.append(units[1:] != units[:-1], True)] if len(units) else inside
        units, given = answered.units[last], scores.of[last]
        if not len(given) or (ask == "ces" and wanted.numerator):
            return mean(units, given)  # marks of other tools need not be from 1 to 7
        value, low, high = rules.DEFINITIONS[ask][1](given)
        entering = units[given >= 4] if ask == "csat" else units
        return Figure(value, low, high, entering, units, len(entering), len(units))

    return figure


def _on_scale(scores: Floats, scale: tuple[int, int]) -> NDArray[np.bool_]:
    """An answer that is none is left out, as the survey leaves it out."""
    with np.errstate(invalid="ignore"):
        return np.asarray((scores >= scale[0]) & (scores <= scale[1]) & (scores == np.floor(scores)))

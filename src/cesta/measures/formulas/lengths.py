"""Lengths of time: from first contact to purchase, between purchases, until an answer, of a relationship."""

from __future__ import annotations

import numpy as np

from cesta.kernels.intervals import quantile_interval
from cesta.kernels.survival import quantile_of, survival
from cesta.measures.figure import Figure, Places
from cesta.measures.formulas.wanted import Figures, Wanted
from cesta.measures.happened import Happened, Look

SECOND = 1_000_000


def duration(look: Look, wanted: Wanted) -> Figures:
    """From the first denominator ever, which lies in the period, to the numerator after it.

    Whoever has not come to it yet counts with the time she has had (Kaplan and Meier). With a `window` it is the time
    of those who come to it in that; without one, of everybody, and there is none while too few have.
    """
    starts = look.happened(wanted.denominator)
    first = starts.ever_first
    times = starts.times[first]

    def begun(begin: int, end: int) -> Places:
        return first[(times >= begin) & (times < end)]

    def figure(begin: int, end: int) -> Figure:
        return _time(look, wanted, starts, begun(begin, end))

    return figure


def interval(look: Look, wanted: Wanted) -> Figures:
    """From each customer's first denominator of the period (the numerator without one) to the numerator after it.

    Between two purchases, or from a question to its answer; those who wait still count as in `duration`.
    """
    starts = look.happened(wanted.denominator or wanted.numerator)

    def figure(begin: int, end: int) -> Figure:
        return _time(look, wanted, starts, starts.firsts(begin, end))

    return figure


def _time(look: Look, wanted: Wanted, starts: Happened, begun: Places) -> Figure:
    ends = look.happened(wanted.numerator)
    units, since = starts.units[begun], starts.times[begun]
    found = ends.after(units, starts.places[begun])
    seen = found >= 0
    until = np.where(seen, ends.times[found], look.as_of) if len(ends.times) else np.full(len(units), look.as_of)
    lengths = (until - since) / SECOND
    within = None if wanted.window is None else wanted.window / SECOND
    value, low, high = quantile_of(survival(lengths, seen), wanted.quantile, within)
    came = units[seen if within is None else seen & (lengths <= within)]
    return Figure(value, low, high, came, units, len(came), len(units))


def relationship(look: Look, wanted: Wanted) -> Figures:
    """From the first denominator ever to the latest at the period's end, of those who did it then: the median."""
    did = look.happened(wanted.denominator)
    firsts = np.zeros(look.journeys.size, np.int64)
    firsts[did.units[did.ever_first]] = did.times[did.ever_first]

    def figure(begin: int, end: int) -> Figure:
        units = did.who(begin, end)
        before = np.flatnonzero(did.times < end)
        latest = np.zeros(look.journeys.size, np.int64)
        latest[did.units[before]] = did.times[before]
        values = (latest[units] - firsts[units]) / SECOND
        low, high = quantile_interval(values, wanted.quantile)
        value = float(np.quantile(values, wanted.quantile)) if len(units) else None
        return Figure(value, low, high, units, units, len(units), len(units))

    return figure

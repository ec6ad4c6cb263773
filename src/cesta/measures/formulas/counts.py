"""Counts: customers who did something, new ones, and on how many days they were here."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, tzinfo

import numpy as np

from cesta.measures.figure import Figure, Places, count, mean, total
from cesta.measures.formulas.wanted import Figures, Wanted
from cesta.measures.happened import Look, once
from cesta.model.calendar import midnight
from cesta.model.instant import to_datetime


def counted(look: Look, wanted: Wanted) -> Figures:
    """Customers who did the numerator; with the unit events, how often it happened."""
    did = look.happened(wanted.numerator)

    def figure(begin: int, end: int) -> Figure:
        inside = did.between(begin, end)
        who, everybody = once(did.units[inside]), look.seen_before(end)
        if not wanted.events:
            return count(who, everybody)
        often = np.bincount(did.units[inside], minlength=look.journeys.size)[who].astype(np.float64)
        return total(who, often, everybody)

    return figure


def newcomers(look: Look, wanted: Wanted) -> Figures:
    """Customers whose first numerator ever lies in the period."""
    did = look.happened(wanted.numerator)
    units, times = did.units[did.ever_first], did.times[did.ever_first]

    def figure(begin: int, end: int) -> Figure:
        return count(units[(times >= begin) & (times < end)], look.seen_before(end))

    return figure


def engagement(look: Look, wanted: Wanted) -> Figures:
    """On how many days of the period a customer did the numerator, of those who did it at all: the mean."""
    did, zone = look.happened(wanted.numerator), look.journeys.asked.zone

    def figure(begin: int, end: int) -> Figure:
        inside = np.flatnonzero(did.between(begin, end))
        units = did.units[inside]
        days = _days(did.times[inside], zone)
        new = np.ones(len(units), np.bool_)
        new[1:] = (units[1:] != units[:-1]) | (days[1:] != days[:-1])
        who = once(units)
        often = np.bincount(np.searchsorted(who, units[new]), minlength=len(who)).astype(np.float64)
        return replace(mean(who, often), currency=None)

    return figure


def _days(times: Places, zone: tzinfo) -> Places:
    """For each moment, the number of its day in the zone."""
    if not len(times):
        return times
    first, last = (to_datetime(int(edge)).astimezone(zone).date() for edge in (times.min(), times.max()))
    starts = [midnight(first + timedelta(days=day), zone) for day in range((last - first).days + 1)]
    return np.searchsorted(np.array(starts, np.int64), times, side="right")

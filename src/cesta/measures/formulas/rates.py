"""Shares of customers: who converts, abandons, buys again, stays, leaves, and whose way is smooth."""

from __future__ import annotations

import numpy as np

from cesta.measures.figure import Figure, Places, share
from cesta.measures.formulas.wanted import DAY, Figures, Wanted
from cesta.measures.happened import Happened, Look, Mask, without


def conversion(look: Look, wanted: Wanted) -> Figures:
    """Of those who did the denominator, who did the numerator afterwards, in `window` of the first."""
    starts, ends = look.happened(wanted.denominator), look.happened(wanted.numerator)

    def figure(begin: int, end: int) -> Figure:
        first = starts.firsts(begin, end)
        units, met = starts.units[first], _in_time(starts, first, ends, wanted.window, end)
        return share(units[met], units)

    return figure


def abandoned(look: Look, wanted: Wanted) -> Figures:
    """Of those who did the denominator, who did not do the numerator in `window` (a day) of the first in the period.

    Whose window has not passed yet, and has not done it, is not counted.
    """
    starts, ends = look.happened(wanted.denominator), look.happened(wanted.numerator)
    window = wanted.window or DAY

    def figure(begin: int, end: int) -> Figure:
        first = starts.firsts(begin, end)
        met = _in_time(starts, first, ends, window, look.as_of + 1)
        told = met | (starts.times[first] + window <= look.as_of)
        units = starts.units[first]
        return share(units[told & ~met], units[told])

    return figure


def repeat_rate(look: Look, wanted: Wanted) -> Figures:
    """Of those who did the numerator in the period, who by its end had done it at least twice, ever."""
    bought = look.happened(wanted.numerator)

    def figure(begin: int, end: int) -> Figure:
        base = bought.who(begin, end)
        often = np.bincount(bought.units[bought.times < end], minlength=look.journeys.size)
        return share(base[often[base] > 1], base)

    return figure


def retention(look: Look, wanted: Wanted) -> Figures:
    """Of those who did the denominator in the window before the last one, who did the numerator in the last one.

    The last window (30 days) ends with the period.
    """
    did, again = look.happened(wanted.denominator), look.happened(wanted.numerator or wanted.denominator)
    window = wanted.window or 30 * DAY

    def figure(_begin: int, end: int) -> Figure:
        base = did.who(end - 2 * window, end - window)
        return share(np.intersect1d(base, again.who(end - window, end), assume_unique=True), base)

    return figure


def churn(look: Look, wanted: Wanted) -> Figures:
    """Of the customers there were when the period began, who left in it.

    By `silence`: who had done the denominator no longer ago than that, and at the end had not. By an event, the
    numerator: who had been here and not left before, and left.
    """
    did = look.happened(wanted.denominator)

    def silent(begin: int, end: int) -> Figure:
        silence = wanted.silence or 60 * DAY
        base = did.who(begin - silence, begin)
        return share(without(base, did.who(end - silence, end)), base)

    if wanted.silence is not None or wanted.numerator is None:
        return silent
    left = look.happened(wanted.numerator)

    def gone(begin: int, end: int) -> Figure:
        earliest = look.since
        base = without(did.who(earliest, begin), left.who(earliest, begin))
        return share(np.intersect1d(base, left.who(begin, end), assume_unique=True), base)

    return gone


def smoothness(look: Look, wanted: Wanted) -> Figures:
    """Of those who did the denominator, who met no trouble in the period, nor did a thing `repeats` times in a row."""
    did, rough = look.happened(wanted.denominator), [look.happened(each) for each in wanted.trouble]
    if wanted.repeats:
        rough.append(_loops(look, wanted.repeats))

    def figure(begin: int, end: int) -> Figure:
        base = smooth = did.who(begin, end)
        for each in rough:
            smooth = without(smooth, each.who(begin, end))
        return share(smooth, base)

    return figure


def quality(look: Look, wanted: Wanted) -> Figures:
    """Of the first contact (the denominator) of each in the period, whether it went well within `window` (7 days).

    It did when the numerator came and no trouble. Whose window has not passed, while nothing bad came, is not counted.
    """
    met, bad = look.happened(wanted.denominator), [look.happened(each) for each in wanted.trouble]
    good = None if wanted.numerator is None else look.happened(wanted.numerator)
    window = wanted.window or 7 * DAY

    def figure(begin: int, end: int) -> Figure:
        first, latest = met.firsts(begin, end), look.as_of + 1
        units, over = met.units[first], met.times[first] + window <= look.as_of
        trouble = np.zeros(len(first), np.bool_)
        for each in bad:
            trouble |= _in_time(met, first, each, window, latest)
        well = ~trouble if good is None else ~trouble & _in_time(met, first, good, window, latest)
        told = over | trouble
        return share(units[told & well], units[told])

    return figure


def _in_time(starts: Happened, first: Places, ends: Happened, window: int | None, end: int) -> Mask:
    """For each of these starts, whether an end follows it in the window and before the moment `end`."""
    units, places, times = starts.units[first], starts.places[first], starts.times[first]
    found = ends.after(units, places)
    if not len(ends.times):
        return np.zeros(len(first), np.bool_)
    came = ends.times[found]
    met = (found >= 0) & (came < end)
    return met if window is None else met & (came - times <= window)


def _loops(look: Look, repeats: int) -> Happened:
    """The events with which somebody did one thing for the so-manieth time in a row."""
    every, codes = look.happened(None), look.journeys.codes
    new = np.ones(len(codes), np.bool_)
    new[1:] = (codes[1:] != codes[:-1]) | (every.units[1:] != every.units[:-1])
    starts = np.flatnonzero(new)
    run = np.arange(len(codes)) - np.repeat(starts, np.diff(np.append(starts, len(codes)))) + 1
    at = np.flatnonzero(run == repeats)
    return Happened(every.units[at], every.times[at], every.places[at])

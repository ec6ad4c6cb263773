"""The events that meet a condition, laid out once, so that a number of any period is a short look at them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.units import Journeys
from cesta.journeys.where import Condition, text_of
from cesta.measures.figure import NOBODY, Floats, Places
from cesta.store.columns import Column

Mask = NDArray[np.bool_]
ANYTHING = Condition()


@dataclass(frozen=True)
class Happened:
    """Events in order of unit and time. places: where each lies among the events of the journeys, ascending."""

    units: Places
    times: Places
    places: Places

    def between(self, begin: int, end: int) -> Mask:
        """Which of them lie in a period; its end does not belong to it."""
        return (self.times >= begin) & (self.times < end)

    def who(self, begin: int, end: int) -> Places:
        """The units with one in a period, ascending."""
        return once(self.units[self.between(begin, end)])

    def firsts(self, begin: int, end: int) -> Places:
        """For each unit with one in a period, which of these events is the first there."""
        inside = np.flatnonzero(self.between(begin, end))
        return inside[_new(self.units[inside])]

    @cached_property
    def ever_first(self) -> Places:
        """For each unit that has one, which of these events is its first of all."""
        return np.flatnonzero(_new(self.units))

    def after(self, units: Places, places: Places) -> Places:
        """For each unit, which of these events is the next one behind a place; -1 for none."""
        found = np.searchsorted(self.places, places, side="right")
        inside = np.minimum(found, max(len(self.units) - 1, 0))
        if not len(self.units):
            return np.full(len(units), -1)
        return np.where((found < len(self.units)) & (self.units[inside] == units), found, -1)


@dataclass(frozen=True)
class Amounts:
    """What each of the events is worth. left_out: events whose amounts are in another currency than `currency`."""

    of: Floats
    known: Mask
    currency: str | None = None
    left_out: int = 0


@dataclass(frozen=True)
class Look:
    """All that these customers ever did. currency: the workspace's. `as_of`: the newest event known."""

    journeys: Journeys
    currency: str | None = None
    kept: dict[Condition, Happened] = field(default_factory=dict)

    @property
    def as_of(self) -> int:
        return self.journeys.asked.columns.as_of or 0

    @property
    def since(self) -> int:
        return self.journeys.asked.columns.since or 0

    def happened(self, condition: Condition | None) -> Happened:
        """The events that meet a condition; all for None."""
        wanted = condition or ANYTHING
        if wanted not in self.kept:
            journeys = self.journeys
            every = wanted == ANYTHING
            places = np.arange(int(journeys.offsets[-1])) if every else np.flatnonzero(journeys.mask(wanted))
            units = np.searchsorted(journeys.offsets[1:], places, side="right").astype(np.int64)
            self.kept[wanted] = Happened(units, journeys.times[places], places)
        return self.kept[wanted]

    def seen_before(self, end: int) -> Places:
        """The units with anything before a moment."""
        every = self.happened(None)
        firsts = every.ever_first
        return every.units[firsts][every.times[firsts] < end]

    def amounts(self, happened: Happened, name: str, currency: str | None) -> Amounts:
        """Their amounts by a property, never two currencies together: where there are several, the workspace's."""
        column = self.journeys.asked.columns.props.get(name)
        if column is None:
            nothing = np.zeros(len(happened.places))
            return Amounts(nothing, nothing > 0)
        values = np.array([*map(_number, column.values), np.nan])[self._codes(column, happened)]
        known = ~np.isnan(values)
        money = self.journeys.asked.columns.props.get(currency or "currency")
        if money is None:
            return Amounts(np.where(known, values, 0.0), known, self.currency)
        texts = np.array([*map(text_of, money.values), self.currency or ""], dtype=object)
        said = texts[self._codes(money, happened)]
        there = sorted(set(said[known].tolist()))
        ours = there[0] if len(there) == 1 else self.currency or ""
        other = known & (said != ours)
        known &= ~other
        return Amounts(np.where(known, values, 0.0), known, ours, int(np.count_nonzero(other)))

    def texts(self, happened: Happened, name: str) -> Places | None:
        """For each event, which value of a property it has; -1 for none. None where no event ever had it."""
        column = self.journeys.asked.columns.props.get(name)
        return None if column is None else self._codes(column, happened)

    def _codes(self, column: Column, happened: Happened) -> Places:
        return self.journeys.of(column.codes)[happened.places].astype(np.int64)


def once(units: Places) -> Places:
    """Each unit once, of units in order."""
    return units[_new(units)]


def _new(units: Places) -> Mask:
    first = np.ones(len(units), np.bool_)
    first[1:] = units[1:] != units[:-1]
    return first


def without(units: Places, others: Places) -> Places:
    """Those who are not among the others; both ascending."""
    return np.setdiff1d(units, others, assume_unique=True) if len(units) else NOBODY


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else np.nan

"""Who meets a rule at a moment, and when next time alone may change that: the one definition, for all and for few."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

import numpy as np
from numpy.typing import NDArray

from cesta.journeys.where import Condition, mask, where_mask
from cesta.model.condition import properties
from cesta.model.event import Value
from cesta.segments.chain import Events, ends_of
from cesta.segments.histories import Histories, Places
from cesta.segments.tree import (
    All,
    Amount,
    Any,
    Did,
    InSegment,
    Listed,
    Moment,
    Not,
    Rule,
    Sequence,
    Share,
    Trait,
)
from cesta.segments.window import NEVER, Window
from cesta.store.columns import Column, Columns

Mask = NDArray[np.bool_]
Met = tuple[Mask, Places]
"""For each customer whether she meets a rule, and the next moment at which time alone may change that."""
COMPARE: dict[str, Callable[[NDArray[np.float64], float], Mask]] = {
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq, "!=": operator.ne,
}  # fmt: skip


@dataclass
class Look:
    """A look at some customers' histories from the moment `at`: nothing later counts.

    Truth changes at an event, and a window's length after one; so the next such moment is when to look again. `rules`:
    the rules of the segments, which must not name one another in a circle.
    """

    histories: Histories
    at: int
    rules: Mapping[str, Rule] = field(default_factory=dict)
    zone: tzinfo = UTC
    _masks: dict[str, Mask] = field(default_factory=dict)
    _segments: dict[str, Met] = field(default_factory=dict)
    _worth: dict[str, NDArray[np.float64]] = field(default_factory=dict)

    def from_moment(self, at: int) -> Look:
        """The same look from another moment."""
        return Look(self.histories, at, self.rules, self.zone, self._masks)

    def members(self, rule: Rule) -> Met:
        """Who meets the rule among those who were seen by then."""
        met, until = self.meets(rule)
        first = self.histories.first
        return met & (first <= self.at), np.minimum(until, np.where(first > self.at, first, NEVER))

    def segment(self, name: str) -> Met:
        """Who is in a segment."""
        if name not in self._segments:
            self._segments[name] = self.members(self.rules[name])
        return self._segments[name]

    def meets(self, rule: Rule) -> Met:
        match rule:
            case Not(item):
                met, until = self.meets(item)
                return ~met, until
            case All(items) | Any(items):
                found = [self.meets(item) for item in items]
                both = np.logical_and if isinstance(rule, All) else np.logical_or
                return both.reduce([met for met, _ in found]), np.minimum.reduce([until for _, until in found])
            case InSegment(name):
                return self.segment(name)
            case Listed(ids):
                return self.histories.listed(ids), self._never()
            case Trait():
                return self._trait(rule)
            case Sequence():
                return self._sequence(rule)
            case _:
                return self._counted(rule)

    def rows(self, condition: Condition) -> Places:
        """The events that meet a condition, also later ones."""
        return np.flatnonzero(self._mask(condition))

    def inside(self, rows: Places, window: Window) -> Places:
        """Those of these events that lie in the window."""
        low, high = window.bounds(self.at, self.zone)
        times = self.histories.columns.times[rows]
        return rows[(times >= low) & (times < high)]

    def _counted(self, rule: Did | Share | Amount | Moment) -> Met:
        match rule:
            case Did(what, least, most, window):
                rows = self.rows(what)
                done = self._count(self.inside(rows, window))
                enough = done >= (least if least is not None else int(most is None))
                met = enough if most is None else enough & (done <= most)
            case Share(what, of, least, window):
                rows = self.rows(of)
                inside = self.inside(rows, window)
                whole, part = self._count(inside), self._count(inside[self._mask(what)[inside]])
                met = (whole > 0) & (part >= least * whole)
            case Amount(of=of, window=window):
                rows = self.rows(of)
                met = self._amount(rule, self.inside(rows, window))
            case Moment(which, what, window):
                rows = self.rows(what)
                met = self._count(self.inside(self.outermost(rows, which), window)) > 0
        return np.asarray(met), self._next(rows, rule.window.shifts | {0})

    def outermost(self, rows: Places, which: str) -> Places:
        """Of these events each customer's first or latest one until now."""
        past = rows[self.histories.columns.times[rows] <= self.at]
        owners = self.histories.owners[past]
        edge = np.diff(owners, prepend=-1) if which == "first" else np.diff(owners, append=-1)
        outermost: Places = past[edge != 0]
        return outermost

    def _amount(self, rule: Amount, rows: Places) -> Mask:
        column = self.histories.columns.props.get(rule.name)
        codes = np.full(len(rows), -1) if column is None else column.codes[rows]
        values = () if column is None else column.values
        owners, count = self.histories.owners[rows], len(self.histories)
        if rule.kind == "different":
            there = codes >= 0
            pairs = np.unique(owners[there] * (len(values) + 1) + codes[there])
            different = np.bincount(pairs // (len(values) + 1), minlength=count).astype(np.float64)
            return COMPARE[rule.operator](different, rule.number)
        numbers = self._numbers(rule.name, values)[codes]
        there = ~np.isnan(numbers)
        owners, numbers = owners[there], numbers[there]
        amounts, known = _AMOUNTS[rule.kind](owners, numbers, count), np.bincount(owners, minlength=count) > 0
        met = COMPARE[rule.operator](amounts, rule.number)
        return met if rule.kind == "sum" else met & known

    def _trait(self, rule: Trait) -> Met:
        count, rows = len(self.histories), self.rows(rule.of)
        past = rows[self.histories.columns.times[rows] <= self.at]
        latest = {
            name: Column(self._latest(column.codes, past), column.values)
            for name in sorted(properties(rule.where))
            if (column := self.histories.columns.props.get(name)) is not None
        }
        none = np.zeros(count, np.int64)
        traits = Columns((), np.arange(count + 1), none, none, ("",), latest)
        return where_mask(traits, rule.where, strict=False), self._next(rows, {0})

    def trait_rows(self, rule: Trait) -> Places:
        """The events that say the latest values which the rule looks at."""
        columns, rows = self.histories.columns, self.rows(rule.of)
        past = rows[columns.times[rows] <= self.at]
        found = [
            self.outermost(past[column.codes[past] >= 0], "latest")
            for name in properties(rule.where)
            if (column := columns.props.get(name)) is not None
        ]
        return np.unique(np.concatenate(found)) if found else past[:0]

    def _latest(self, codes: NDArray[np.signedinteger], rows: Places) -> NDArray[np.signedinteger]:
        found = np.full(len(self.histories), -1, codes.dtype)
        there = rows[codes[rows] >= 0]
        # Of several values for one place numpy keeps the last, and events stand in order of time.
        found[self.histories.owners[there]] = codes[there]
        return found

    def _sequence(self, rule: Sequence) -> Met:
        rows, events = self.sequence_events(rule)
        ends, _ = ends_of(events, rule.steps, self.at)
        met = np.zeros(len(self.histories), np.bool_)
        met[events.owners[ends]] = True
        shifts = rule.window.shifts | {0}
        if rule.steps[-1].absent:
            shifts |= {rule.steps[-1].within or 0}
        return met, self._next(rows, shifts)

    def sequence_events(self, rule: Sequence) -> tuple[Places, Events]:
        """All events that any step looks at; and those of them that may count now, with what they may serve."""
        masks = [self._mask(step.what) for step in rule.steps]
        rows = np.flatnonzero(np.logical_or.reduce(masks))
        low, high = rule.window.bounds(self.at, self.zone)
        times = self.histories.columns.times
        past = rows[times[rows] <= self.at]
        inside = (times[past] >= low) & (times[past] < high)
        serves = [
            mask[past] if step.absent else mask[past] & inside for mask, step in zip(masks, rule.steps, strict=True)
        ]
        return rows, Events(self.histories.owners[past], times[past], serves)

    def _mask(self, condition: Condition) -> Mask:
        key = repr(condition)
        if key not in self._masks:
            self._masks[key] = mask(self.histories.columns, condition, zone=self.zone, strict=False)
        return self._masks[key]

    def _numbers(self, name: str, values: tuple[Value, ...]) -> NDArray[np.float64]:
        """What each value of a property is as a number; the last one is that of code -1, no value."""
        if name not in self._worth:
            self._worth[name] = np.array([*map(_number, values), np.nan])
        return self._worth[name]

    def _count(self, rows: Places) -> Places:
        return np.bincount(self.histories.owners[rows], minlength=len(self.histories))

    def _never(self) -> Places:
        return np.full(len(self.histories), NEVER, np.int64)

    def _next(self, rows: Places, shifts: frozenset[int] | set[int]) -> Places:
        """For each customer the next moment that lies so long behind one of these events."""
        until, times = self._never(), self.histories.columns.times[rows]
        for shift in shifts:
            later = times > self.at - shift
            if later.any():
                np.minimum.at(until, self.histories.owners[rows[later]], times[later] + shift)
        return until


def _number(value: object) -> float:
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else np.nan


def _sum(owners: Places, numbers: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    return np.bincount(owners, numbers, count).astype(np.float64, copy=False)


def _average(owners: Places, numbers: NDArray[np.float64], count: int) -> NDArray[np.float64]:
    known = np.bincount(owners, minlength=count)
    return np.asarray(np.bincount(owners, numbers, count) / np.maximum(known, 1))


def _extreme(ufunc: np.ufunc, start: float) -> Callable[[Places, NDArray[np.float64], int], NDArray[np.float64]]:
    def found(owners: Places, numbers: NDArray[np.float64], count: int) -> NDArray[np.float64]:
        edge = np.full(count, start)
        ufunc.at(edge, owners, numbers)
        return edge

    return found


_AMOUNTS: dict[str, Callable[[Places, NDArray[np.float64], int], NDArray[np.float64]]] = {
    "sum": _sum,
    "average": _average,
    "smallest": _extreme(np.minimum, np.inf),
    "largest": _extreme(np.maximum, -np.inf),
}

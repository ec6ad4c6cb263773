"""The barriers of a map with their numbers: whom they stop, how surely, what is at stake, whom they hit most."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from cesta.journeys.where import mask
from cesta.kernels.distinct import distinct
from cesta.kernels.intervals import wilson
from cesta.maps.barriers.compared import Contrast, Mask
from cesta.maps.barriers.found import FALSE, FoundBarrier, search
from cesta.maps.barriers.happened import Happened
from cesta.maps.barriers.suspects import Kind
from cesta.maps.book import Book
from cesta.maps.compose import Bound, Ground
from cesta.maps.view import Number
from cesta.model.shape import say

AMOUNTS = ("amount", "revenue", "value", "total", "price", "sales_value", "payment_value")
"""Properties of the goal that may say what it is worth, in this order."""
MOST_SEGMENTS = 3


@dataclass(frozen=True, slots=True)
class Hit:
    """A segment that is stopped more often than all others together: its share of customers stopped, and theirs."""

    segment: str
    name: str
    inside: Number
    outside: Number


@dataclass(frozen=True, slots=True)
class FoundView:
    """One barrier. event: the step. what, value: which moments of it, or between which steps; "" for all.

    share, peers: how often the bad thing happened there and at all other moments of the step. difference: among like
    moments: of the same customers if same_customers, and as exposed to other barriers. effect: how much more often the
    goal is missed. lost: so many goals fewer in this period, if that is the cause. at_stake: what those are worth, None
    where goals carry no amount. seconds: how much longer it takes. people: customers stopped.
    on_map: it is among the barriers of the touchpoint.
    """

    id: str
    kind: Kind
    event: str
    touchpoint: str | None
    touchpoint_name: str | None
    what: str
    value: str
    share: Number
    peers: Number
    difference: Number
    chance: float
    same_customers: bool
    people: Number
    effect: Number | None
    lost: Number | None
    at_stake: float | None
    seconds: float | None
    segments: tuple[Hit, ...]
    on_map: bool


@dataclass(frozen=True, slots=True)
class BarriersView:
    """The worst first. compared: how many comparisons were made; false_share: how many of the named may be chance."""

    map: str
    barriers: tuple[FoundView, ...]
    compared: int
    false_share: float
    same_customers: bool
    currency: str | None


@dataclass(frozen=True, slots=True)
class Barriers:
    """The view, and whom its numbers count."""

    view: BarriersView
    bound: Bound


def barriers_of(given: Ground, bound: Bound, currency: str | None, language: str) -> Barriers:
    """The barriers of the journeys that the view of the map counts."""
    past = past_of(given, bound.book.pool)
    found = search(past)
    book = Book(bound.book.pool, bound.book.owner, 1)
    worth = worth_of(past)
    rows = [_Row(given, past, one, worth, language) for one in found.barriers]
    rows.sort(key=lambda row: (-(row.at_stake or 0.0), -row.lost, -row.hours, row.id))
    view = BarriersView(
        map=given.document.id,
        barriers=tuple(row.view(book, f"/barriers/{place}") for place, row in enumerate(rows)),
        compared=found.compared,
        false_share=FALSE,
        same_customers=found.same_customers,
        currency=currency if worth is not None else None,
    )
    return Barriers(view, replace(bound, book=book))


def past_of(given: Ground, pool: Mask) -> Happened:
    """What happened in the journeys of the pool."""
    found, document = given.trace, given.document
    rows = np.flatnonzero(found.journey >= 0)
    starts = np.zeros(len(found.columns.codes), np.bool_)
    for condition in document.rules.starts:
        starts |= mask(found.columns, condition, zone=found.zone)
    none = np.zeros(len(starts), np.bool_)
    goal = mask(found.columns, document.goal.condition, zone=found.zone) if document.goal else none
    return Happened(found, rows[pool[found.journey[rows]]], goal, starts)


def worth_of(past: Happened) -> float | None:
    """What a goal is worth on the mean; None where goals carry no amount."""
    for name in AMOUNTS:
        column = past.found.columns.props.get(name)
        if column is None:
            continue
        codes = column.codes[past.goal]
        values = [column.values[code] for code in codes[codes >= 0].tolist()]
        numbers = [float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)]
        if len(numbers) >= len(codes) / 2 and numbers:
            return float(np.mean(numbers))
    return None


def named(past: Happened, one: FoundBarrier) -> str:
    """An id that stays when data grow."""
    words = (one.suspect.kind, past.names[one.suspect.step], one.suspect.what, one.suspect.value)
    text = "-".join(word for word in words if word).lower()
    return "-".join("".join(sign if sign.isascii() and sign.isalnum() else " " for sign in text).split())


class _Row:
    """A barrier on its way into the view."""

    def __init__(self, given: Ground, past: Happened, one: FoundBarrier, worth: float | None, language: str) -> None:
        self.given, self.past, self.one, self.language = given, past, one, language
        self.id = named(past, one)
        many = int(np.count_nonzero(one.suspect.exposed))
        effect = one.effect.difference if one.effect else 0.0
        self.lost = max(0.0, effect) * many
        self.at_stake = None if worth is None else self.lost * worth
        self.many, self.seconds = many, self._seconds()
        self.hours = (self.seconds or 0.0) * many / 3600

    def _seconds(self) -> float | None:
        """How much longer the way takes, in the middle."""
        suspect, times = self.one.suspect, self.past.times
        if suspect.kind != "wait":
            return None
        steps = np.where(suspect.exposed, 2, 1)
        took = times[np.minimum(suspect.rows + steps, len(times) - 1)] - times[suspect.rows]
        return float(np.median(took[suspect.exposed]) - np.median(took[~suspect.exposed])) / 1e6

    def view(self, book: Book, at: str) -> FoundView:
        suspect, said = self.one.suspect, self.one.contrast
        exposed, bad = suspect.exposed, suspect.bad
        touchpoint = self._touchpoint()
        stopped = distinct(self.past.owner[suspect.rows[exposed & bad]])
        seen = distinct(self.past.owner[suspect.rows])
        effect = self.one.effect
        return FoundView(
            id=self.id,
            kind=suspect.kind,
            event=self.past.names[suspect.step],
            touchpoint=None if touchpoint is None else self.given.trace.ids[touchpoint],
            touchpoint_name=self._name(touchpoint),
            what=suspect.what,
            value=suspect.value,
            share=_share(int(bad[exposed].sum()), int(exposed.sum())),
            peers=_share(int(bad[~exposed].sum()), int((~exposed).sum())),
            difference=_number(said),
            chance=said.chance,
            same_customers=self.one.same_customers,
            people=book.customers(f"{at}/people", stopped, len(seen)),
            effect=None if effect is None else _number(effect),
            lost=None if effect is None else self._lost(effect),
            at_stake=self.at_stake,
            seconds=self.seconds,
            segments=tuple(self._hits(stopped, seen)),
            on_map=self._on_map(touchpoint),
        )

    def _lost(self, effect: Contrast) -> Number:
        low, high = (max(0.0, edge) * self.many for edge in (effect.low, effect.high))
        return Number(self.lost, "events", self.many, self.many, low, high, evidence="inferred")

    def _touchpoint(self) -> int | None:
        """Where the step stands on the map, if it does."""
        touch = self.given.trace.touch[self.one.suspect.rows]
        if self.one.suspect.kind == "wait":
            touch = self.given.trace.touch[self.past.codes == self.one.suspect.step]
        touch = touch[touch >= 0]
        return int(np.bincount(touch).argmax()) if len(touch) else None

    def _name(self, touchpoint: int | None) -> str | None:
        if touchpoint is None:
            return None
        document = self.given.document.touchpoints[touchpoint]
        return say(document.name, self.language) or document.id

    def _on_map(self, touchpoint: int | None) -> bool:
        if touchpoint is None:
            return False
        return any(
            self.id == barrier.id or self.id in barrier.sources
            for barrier in self.given.document.touchpoints[touchpoint].barriers
        )

    def _hits(self, stopped: np.ndarray[Any, Any], seen: np.ndarray[Any, Any]) -> Iterator[Hit]:
        """Segments that are clearly stopped more often than all others."""
        is_stopped = np.isin(seen, stopped)
        found: list[Hit] = []
        for segment, members in self.given.members.items():
            inside = members[seen]
            sides = [_share(int(is_stopped[side].sum()), int(side.sum())) for side in (inside, ~inside)]
            if min(side.of or 0 for side in sides) >= max(self.given.min_n, 1) and (sides[0].low or 0) > (
                sides[1].high or 1
            ):
                name = say(self.given.near.segments[segment].name, self.language) or segment
                found.append(Hit(segment, name, *sides))
        found.sort(key=lambda hit: -((hit.inside.value or 0) - (hit.outside.value or 0)))
        yield from found[:MOST_SEGMENTS]


def _share(above: int, below: int) -> Number:
    if not below:
        return Number(None, "share", 0, 0, too_few=True)
    low, high = wilson(above, below)
    return Number(above / below, "share", above, below, low, high)


def _number(said: Contrast) -> Number:
    return Number(said.difference, "share", said.n1, said.n1 + said.n0, said.low, said.high, evidence="inferred")
